using System.Net.WebSockets;
using ServiceCrm.GraphQL.Transport;

namespace ServiceCrm.GraphQL.Subscriptions;

/// <summary>
/// One connection of the graphql-transport-ws protocol, from connection_init to the close code. However it ends (close, lost connection,
/// time-out, bad message, server error), all operations are cancelled and awaited before <see cref="RunAsync"/> returns.
/// </summary>
internal sealed class SubscriptionSession(GraphQLExecutor executor, WebSocket socket, SessionOptions options) : IDisposable, IOperationOwner
{
    private readonly SessionSocket _socket = new(socket, options.MaxMessageBytes);
    private readonly CancellationTokenSource _ended = new();
    private readonly CancellationTokenSource _cutOff = new();
    private Task _closing = Task.CompletedTask;
    private int _isEnding;
    private bool _initReceived;
    private bool _acknowledged;
    private bool _heard = true;

    public SessionOptions Options => options;

    public OperationList Operations { get; } = new();

    /// <summary>Serves the connection until it ends.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var init = new CancellationTokenSource(options.InitTimeout, options.Clock);
        await using var late = init.Token.Register(EndIfNotGreeted);
        await using var stop = stopping.Register(() => End(new SessionEndException(CloseCodes.GoingAway, "Going away")));
        var keepAlive = KeepAliveAsync();
        try
        {
            await ReceiveAllAsync();
        }
        catch (Exception)
        {
            End(new SessionEndException(CloseCodes.ServerError, "Internal server error"));
            throw;
        }
        finally
        {
            End(new SessionEndException(CloseCodes.Normal, "Bye"));
            await Task.WhenAll(Operations.WhenDone(), keepAlive, _closing);
        }
    }

    /// <summary>Ends the connection with the first reason given; what the client still sends is read and dropped until it closes too.</summary>
    public void End(SessionEndException end)
    {
        if (Interlocked.Exchange(ref _isEnding, 1) == 0)
            _closing = CloseAsync(end);
    }

    public ValueTask NextAsync(string id, ExecutionResult result, CancellationToken cancellation) => _socket.SendAsync(ProtocolMessages.Next(id, result), cancellation);

    public ValueTask ErrorAsync(string id, ExecutionResult refusal) => _socket.SendAsync(ProtocolMessages.Error(id, refusal), CancellationToken.None);

    public ValueTask CompleteAsync(string id) => _socket.SendAsync(ProtocolMessages.Complete(id), CancellationToken.None);

    public void Dispose()
    {
        _socket.Dispose();
        _ended.Dispose();
        _cutOff.Dispose();
    }

    private async Task CloseAsync(SessionEndException end)
    {
        await _ended.CancelAsync();
        await _socket.CloseAsync(end.Code, end.Message);
        _cutOff.CancelAfter(SessionSocket.CloseTimeout);
    }

    private void EndIfNotGreeted()
    {
        if (!_initReceived)
            End(new SessionEndException(CloseCodes.InitTimeout, "Connection initialisation timeout"));
    }

    private async Task ReceiveAllAsync()
    {
        while (true)
        {
            try
            {
                if (await _socket.ReceiveAsync(_cutOff.Token) is not { } message)
                    return;
                _heard = true;
                if (!_ended.IsCancellationRequested)
                    await HandleAsync(ProtocolMessages.Read(message));
            }
            catch (SessionEndException end)
            {
                End(end);
            }
            catch (OperationCanceledException) when (_cutOff.IsCancellationRequested)
            {
                // The client had its time to close.
                return;
            }
            catch (OperationCanceledException) when (_ended.IsCancellationRequested)
            {
                // The end came while a message was handled; the next round waits for the client to close.
            }
            catch (WebSocketException)
            {
                // The connection is lost; closing does nothing then.
                return;
            }
        }
    }

    private ValueTask HandleAsync(ClientMessage message) => message.Type switch
    {
        "connection_init" => InitAsync(message),
        "ping" => _socket.SendAsync(ProtocolMessages.Pong(message.Payload), _ended.Token),
        "pong" => default,
        "subscribe" => SubscribeAsync(message),
        "complete" => CompleteAsync(message),
        _ => throw new SessionEndException(CloseCodes.BadMessage, "Invalid message received"),
    };

    private async ValueTask InitAsync(ClientMessage message)
    {
        if (_initReceived)
            throw new SessionEndException(CloseCodes.TooManyInits, "Too many initialisation requests");
        _initReceived = true;
        JsonElement? payload = message.Payload.IsEmpty ? null : JsonElement.Parse(message.Payload.Span);
        if (!await options.Connect(payload, _ended.Token))
            throw new SessionEndException(CloseCodes.Forbidden, "Forbidden");
        _acknowledged = true;
        await _socket.SendAsync(ProtocolMessages.Ack, _ended.Token);
    }

    private async ValueTask SubscribeAsync(ClientMessage message)
    {
        if (!_acknowledged)
            throw new SessionEndException(CloseCodes.Unauthorized, "Unauthorized");
        if (string.IsNullOrEmpty(message.Id) || message.Payload.IsEmpty)
            throw new SessionEndException(CloseCodes.BadMessage, "Invalid message received");
        if (Operations.Has(message.Id))
            throw new SessionEndException(CloseCodes.DuplicateId, $"Subscriber for {message.Id} already exists");
        var request = RequestOf(message.Payload);
        if (Operations.Count >= options.MaxSubscriptions)
        {
            await _socket.SendAsync(ProtocolMessages.Error(message.Id, "Too many operations on this connection.", Errors.ErrorCodes.LimitExceeded), _ended.Token);
            return;
        }

        Operations.TryStart(new RunningOperation(executor, message.Id, request, this, _ended.Token));
    }

    private static GraphQLRequest RequestOf(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonRequestReader.Read(payload);
        }
        catch (RequestProblemException)
        {
            throw new SessionEndException(CloseCodes.BadMessage, "Invalid message received");
        }
    }

    private async ValueTask CompleteAsync(ClientMessage message)
    {
        if (string.IsNullOrEmpty(message.Id))
            throw new SessionEndException(CloseCodes.BadMessage, "Invalid message received");
        if (Operations.TryTake(message.Id, out var operation))
            await operation.StopAsync();
    }

    // A client that has said nothing since the last ping is gone, even if the network has not noticed.
    private async Task KeepAliveAsync()
    {
        using var timer = new PeriodicTimer(options.KeepAlive, options.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_ended.Token))
            {
                if (!_heard)
                {
                    End(new SessionEndException(CloseCodes.GoingAway, "No answer to ping"));
                    return;
                }

                _heard = false;
                await _socket.SendAsync(ProtocolMessages.Ping, _ended.Token);
            }
        }
        catch (Exception end) when (end is OperationCanceledException or WebSocketException)
        {
            // The session is ending, or the receiving side is about to notice that it must.
        }
    }
}
