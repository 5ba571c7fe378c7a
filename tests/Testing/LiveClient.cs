using System.Net.WebSockets;
using System.Text.Json;
using Shouldly;

namespace ServiceCrm.Testing;

/// <summary>A live subscription as a browser holds it: one WebSocket with the cookies of a session.</summary>
public sealed class LiveClient : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    private readonly ClientWebSocket _socket = new();

    private LiveClient()
    {
    }

    /// <summary>Why the server closed; null while it has not.</summary>
    public int? CloseCode => (int?)_socket.CloseStatus;

    /// <summary>Connects and subscribes.</summary>
    public static async Task<LiveClient> Subscribe(TestServer server, GraphQLClient session, string query)
    {
        var live = await Connect(server, session);
        (await live.Receive())!.Value.Text("type").ShouldBe("connection_ack");
        await live.Send(new { id = "1", type = "subscribe", payload = new { query } });
        return live;
    }

    /// <summary>Connects and greets; the server answers or closes.</summary>
    public static async Task<LiveClient> Connect(TestServer server, GraphQLClient session)
    {
        var live = new LiveClient();
        live._socket.Options.AddSubProtocol("graphql-transport-ws");
        live._socket.Options.Cookies = session.Cookies;
        if (session.Http.DefaultRequestHeaders.Authorization is { } token)
        {
            live._socket.Options.SetRequestHeader("Authorization", token.ToString());
        }

        using var limit = new CancellationTokenSource(Longest);
        await live._socket.ConnectAsync(new UriBuilder(server.Url) { Scheme = "ws", Path = session.Path }.Uri, limit.Token);
        await live.Send(new { type = "connection_init" });
        return live;
    }

    public async Task Send(object message)
    {
        using var limit = new CancellationTokenSource(Longest);
        await _socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, limit.Token);
    }

    /// <summary>The next message but pings; null when the server closes.</summary>
    public async Task<JsonElement?> Receive()
    {
        using var limit = new CancellationTokenSource(Longest);
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await _socket.ReceiveAsync(buffer.AsMemory(length), limit.Token);
                length += part.Count;
            }
            while (!part.EndOfMessage);

            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            var message = JsonSerializer.Deserialize<JsonElement>(buffer.AsSpan(0, length));
            if (message.Text("type") is not ("ping" or "pong"))
            {
                return message;
            }
        }
    }

    public void Dispose() => _socket.Dispose();
}
