using System.Net.WebSockets;
using System.Text;
using System.Text.Json;

namespace ServiceCrm.GraphQL.Tests.Subscriptions;

/// <summary>A bare client of the protocol: sends texts, reads texts, sees close codes.</summary>
internal sealed class SocketClient : IDisposable
{
    private readonly ClientWebSocket _socket = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public int? CloseCode => (int?)_socket.CloseStatus;

    public static async Task<SocketClient> Open(Uri address, string? protocol = "graphql-transport-ws", Action<ClientWebSocketOptions>? configure = null)
    {
        var client = new SocketClient();
        if (protocol is not null)
            client._socket.Options.AddSubProtocol(protocol);
        configure?.Invoke(client._socket.Options);
        await client._socket.ConnectAsync(address, Cancellation);
        return client;
    }

    /// <summary>Opens and finishes the greeting.</summary>
    public static async Task<SocketClient> Connect(Uri address)
    {
        var client = await Open(address);
        await client.Send("""{"type":"connection_init"}""");
        (await client.Receive()).ShouldBe("""{"type":"connection_ack"}""");
        return client;
    }

    public Task Send(string text) => _socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, Cancellation);

    public Task SendBinary() => _socket.SendAsync(new byte[] { 1, 2 }, WebSocketMessageType.Binary, endOfMessage: true, Cancellation);

    public Task Subscribe(string id, string query, string? variables = null) => Send(
        $$"""{"id":{{JsonSerializer.Serialize(id)}},"type":"subscribe","payload":{"query":{{JsonSerializer.Serialize(query)}},"variables":{{variables ?? "null"}}} }""");

    /// <summary>The next message; null when the server closes.</summary>
    public async Task<string?> Receive()
    {
        var buffer = new byte[64 * 1024];
        var length = 0;
        while (true)
        {
            var received = await _socket.ReceiveAsync(buffer.AsMemory(length), Cancellation);
            if (received.MessageType == WebSocketMessageType.Close)
                return null;
            length += received.Count;
            if (received.EndOfMessage)
                return Encoding.UTF8.GetString(buffer, 0, length);
        }
    }

    /// <summary>Reads until the server closes and gives the code.</summary>
    public async Task<int?> ReceiveClose()
    {
        while (await Receive() is not null)
        {
            // What was under way may still come.
        }

        return CloseCode;
    }

    public Task Close() => _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, Cancellation);

    public void Abort() => _socket.Abort();

    public void Dispose() => _socket.Dispose();
}
