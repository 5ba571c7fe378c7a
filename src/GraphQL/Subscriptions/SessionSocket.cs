using System.Net.WebSockets;
using System.Text.Unicode;

namespace ServiceCrm.GraphQL.Subscriptions;

/// <summary>Whole text messages over a WebSocket: one sender at a time, a bound on what is received.</summary>
internal sealed class SessionSocket(WebSocket socket, int maxMessageBytes) : IDisposable
{
    /// <summary>How long the other side may take to answer a close.</summary>
    public static readonly TimeSpan CloseTimeout = TimeSpan.FromSeconds(5);

    // A close frame holds 125 bytes, two of them the code (RFC 6455, section 5.5).
    private const int MaxReasonBytes = 123;

    private readonly SemaphoreSlim _sending = new(1, 1);

    /// <summary>The next message; null when the client closes. Cancelling cuts the connection, so it is for the very end only.</summary>
    public async ValueTask<byte[]?> ReceiveAsync(CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>(1024);
        while (true)
        {
            var received = await socket.ReceiveAsync(buffer.GetMemory(1024), cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
                return null;
            if (received.MessageType == WebSocketMessageType.Binary)
                throw new SessionEndException(CloseCodes.BadMessage, "Messages must be text");
            buffer.Advance(received.Count);
            if (buffer.WrittenCount > maxMessageBytes)
                throw new SessionEndException(CloseCodes.BadMessage, "Message too large");
            if (received.EndOfMessage)
                return buffer.WrittenSpan.ToArray();
        }
    }

    /// <summary>Sends a message; cancellation holds only while others are sending, because a socket does not survive half a message.</summary>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellation)
    {
        await _sending.WaitAsync(cancellation);
        try
        {
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }
    }

    /// <summary>Closes politely; a client that does not answer is cut off.</summary>
    public async ValueTask CloseAsync(int code, string reason)
    {
        using var limit = new CancellationTokenSource(CloseTimeout);
        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync((WebSocketCloseStatus)code, Cut(reason), limit.Token);
        }
        catch (Exception gone) when (gone is WebSocketException or OperationCanceledException or ObjectDisposedException)
        {
            // The other side is gone already, which is what closing wants.
            socket.Abort();
        }
    }

    public void Dispose() => _sending.Dispose();

    // A reason may name what the client sent, however long that was.
    private static string Cut(string reason)
    {
        if (Encoding.UTF8.GetByteCount(reason) <= MaxReasonBytes)
            return reason;
        Span<byte> bytes = stackalloc byte[MaxReasonBytes];
        Utf8.FromUtf16(reason, bytes, out _, out var written, replaceInvalidSequences: true);
        return Encoding.UTF8.GetString(bytes[..written]);
    }
}
