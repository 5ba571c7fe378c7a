using System.IO.Pipelines;
using ServiceCrm.GraphQL.Subscriptions;

namespace ServiceCrm.GraphQL.Transport.EventStreams;

/// <summary>
/// One stream of server-sent events of the graphql-sse protocol. A distinct one carries one operation and ends with it; a single one carries
/// all operations of a client, each under its id. However it ends, its operations are cancelled and awaited.
/// </summary>
internal sealed class EventStreamConnection(GraphQLExecutor executor, bool isDistinct) : IOperationOwner, IDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource<PipeWriter> _open = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SemaphoreSlim _sending = new(1, 1);
    private SessionOptions? _options;
    private int _isTaken;

    public SessionOptions Options => _options ?? throw new InvalidOperationException("Nobody reads the stream yet.");

    public OperationList Operations { get; } = new();

    /// <summary>Whether this caller is the first to read the stream.</summary>
    public bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    /// <summary>Waits until somebody reads the stream; false when it has ended, or lapsed before anybody came.</summary>
    public async Task<bool> WaitForReaderAsync(CancellationToken cancellation)
    {
        try
        {
            await _open.Task.WaitAsync(cancellation);
            return !_ended.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Starts an operation on a stream that is read; false when its id is taken.</summary>
    public bool TryStart(string id, GraphQLRequest request) => Operations.TryStart(new RunningOperation(executor, id, request, this, _ended.Token));

    /// <summary>Writes events until the client has gone, the server stops, or the only operation is over.</summary>
    /// <param name="writer">The body of the answer.</param>
    /// <param name="options">Of whoever reads: operations run as this caller.</param>
    /// <param name="only">The operation of a distinct stream.</param>
    /// <param name="gone">Cancelled when nobody reads any longer.</param>
    public async Task RunAsync(PipeWriter writer, SessionOptions options, GraphQLRequest? only, CancellationToken gone)
    {
        _options = options;
        await using var end = gone.Register(() => _ended.Cancel());
        try
        {
            // Some browsers tell of an open stream only with its first bytes.
            await WriteAsync(writer, EventStreamMessages.Ping);
            _open.SetResult(writer);
            if (only is not null)
                TryStart("", only);
            await KeepAliveAsync(writer);
        }
        catch (Exception lost) when (lost is OperationCanceledException or IOException or InvalidOperationException)
        {
            // The connection is lost: there is nobody to tell.
        }
        finally
        {
            await _ended.CancelAsync();
            _open.TrySetCanceled(CancellationToken.None);
            await Operations.WhenDone();
        }
    }

    public ValueTask NextAsync(string id, ExecutionResult result, CancellationToken cancellation) => SendAsync(EventStreamMessages.Next(IdOf(id), result.Body.Span));

    // The protocol has no message for a refusal: it is an answer with errors and without data.
    public async ValueTask ErrorAsync(string id, ExecutionResult refusal)
    {
        await SendAsync(EventStreamMessages.Next(IdOf(id), refusal.Body.Span));
        await CompleteAsync(id);
    }

    public async ValueTask CompleteAsync(string id)
    {
        await SendAsync(EventStreamMessages.Complete(IdOf(id)));
        if (isDistinct)
            await _ended.CancelAsync();
    }

    public void End(SessionEndException end) => _ended.Cancel();

    public void Dispose()
    {
        _open.TrySetCanceled(CancellationToken.None);
        _ended.Dispose();
        _sending.Dispose();
    }

    private string? IdOf(string id) => isDistinct ? null : id;

    private async ValueTask SendAsync(byte[] message) => await WriteAsync(await _open.Task, message);

    private async ValueTask WriteAsync(PipeWriter writer, byte[] message)
    {
        await _sending.WaitAsync(_ended.Token);
        try
        {
            if ((await writer.WriteAsync(message, _ended.Token)).IsCompleted)
                await _ended.CancelAsync();
        }
        finally
        {
            _sending.Release();
        }
    }

    private async Task KeepAliveAsync(PipeWriter writer)
    {
        using var timer = new PeriodicTimer(Options.KeepAlive, Options.Clock);
        while (await timer.WaitForNextTickAsync(_ended.Token))
            await WriteAsync(writer, EventStreamMessages.Ping);
    }
}

/// <summary>The messages of the protocol as server-sent events.</summary>
internal static class EventStreamMessages
{
    public static readonly byte[] Ping = [.. ":\n\n"u8];

    /// <summary>An answer; <paramref name="id"/> is null on a stream of one operation.</summary>
    public static byte[] Next(string? id, ReadOnlySpan<byte> answer)
    {
        // Our JSON has no line breaks, so it is one line of data.
        var buffer = new ArrayBufferWriter<byte>(answer.Length + 64);
        buffer.Write("event: next\ndata: "u8);
        if (id is null)
            buffer.Write(answer);
        else
        {
            buffer.Write("{\"id\":"u8);
            buffer.Write(JsonSerializer.SerializeToUtf8Bytes(id));
            buffer.Write(",\"payload\":"u8);
            buffer.Write(answer);
            buffer.Write("}"u8);
        }

        buffer.Write("\n\n"u8);
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>The end of an operation.</summary>
    public static byte[] Complete(string? id) => id is null
        ? [.. "event: complete\ndata:\n\n"u8]
        : [.. "event: complete\ndata: {\"id\":"u8, .. JsonSerializer.SerializeToUtf8Bytes(id), .. "}\n\n"u8];
}
