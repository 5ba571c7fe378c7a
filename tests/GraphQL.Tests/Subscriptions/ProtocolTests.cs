using System.Net.WebSockets;
using ServiceCrm.GraphQL.Tests.Transport;

namespace ServiceCrm.GraphQL.Tests.Subscriptions;

public class ProtocolTests
{
    [Fact]
    public async Task A_subscription_sends_its_events_and_completes()
    {
        await using var server = await TestServer.Start();
        using var client = await SocketClient.Connect(server.Socket);
        await client.Subscribe("1", "subscription($n: Int!) { ticketChanged(count: $n) { number customer { name } } }", """{"n":2}""");
        (await client.Receive()).ShouldBe("""{"type":"next","id":"1","payload":{"data":{"ticketChanged":{"number":1001,"customer":{"name":"Customer 2"}}}}}""");
        (await client.Receive()).ShouldBe("""{"type":"next","id":"1","payload":{"data":{"ticketChanged":{"number":1002,"customer":{"name":"Customer 1"}}}}}""");
        (await client.Receive()).ShouldBe("""{"type":"complete","id":"1"}""");
    }

    [Fact]
    public async Task Queries_and_mutations_run_over_the_socket_too()
    {
        await using var server = await TestServer.Start();
        using var client = await SocketClient.Connect(server.Socket);
        await client.Subscribe("q", "{ hello }");
        (await client.Receive()).ShouldBe("""{"type":"next","id":"q","payload":{"data":{"hello":"Hello world"}}}""");
        (await client.Receive()).ShouldBe("""{"type":"complete","id":"q"}""");
        await client.Subscribe("q", "mutation { nothing { errors { code } } }");
        (await client.Receive()).ShouldBe("""{"type":"next","id":"q","payload":{"data":{"nothing":{"errors":[]}}}}""");
    }

    [Theory]
    [InlineData("{", "GRAPHQL_PARSE_FAILED")]
    [InlineData("{ nothing }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("query($n: Int!) { hello }", "GRAPHQL_VALIDATION_FAILED")]
    [InlineData("subscription($n: Int!) { ticketChanged(count: $n) { number } }", "BAD_USER_INPUT")]
    public async Task What_cannot_run_is_an_error_message_and_the_connection_stays(string query, string code)
    {
        await using var server = await TestServer.Start();
        using var client = await SocketClient.Connect(server.Socket);
        await client.Subscribe("1", query);
        var answer = await client.Receive();
        answer.ShouldStartWith("""{"type":"error","id":"1","payload":[{"message":""");
        answer.ShouldContain(code);
        await client.Send("""{"type":"ping","payload":{"a":[1]}}""");
        (await client.Receive()).ShouldBe("""{"type":"pong","payload":{"a":[1]}}""");
    }

    [Fact]
    public async Task Pings_are_answered_before_the_greeting_and_pongs_are_ignored()
    {
        await using var server = await TestServer.Start();
        using var client = await SocketClient.Open(server.Socket);
        await client.Send("""{"type":"ping"}""");
        (await client.Receive()).ShouldBe("""{"type":"pong"}""");
        await client.Send("""{"type":"pong"}""");
        await client.Send("""{"type":"connection_init","payload":{"token":"t"}}""");
        (await client.Receive()).ShouldBe("""{"type":"connection_ack"}""");
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"start"}""")]
    [InlineData("""{"type":"subscribe","payload":{"query":"{ hello }"}}""")]
    [InlineData("""{"type":"subscribe","id":"1"}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":{"query":1}}""")]
    [InlineData("""{"type":"subscribe","id":"1","payload":"x"}""")]
    public async Task Messages_that_make_no_sense_close_with_4400(string message)
    {
        await using var server = await TestServer.Start();
        using var client = await SocketClient.Connect(server.Socket);
        await client.Send(message);
        (await client.ReceiveClose()).ShouldBe(4400);
    }

    [Fact]
    public async Task Binary_and_oversized_messages_close_with_4400()
    {
        await using var server = await TestServer.Start(options => options.MaxBodyBytes = 1000);
        using var binary = await SocketClient.Connect(server.Socket);
        await binary.SendBinary();
        (await binary.ReceiveClose()).ShouldBe(4400);
        using var large = await SocketClient.Connect(server.Socket);
        await large.Send(new string(' ', 2000));
        (await large.ReceiveClose()).ShouldBe(4400);
    }

    [Fact]
    public async Task Subscribing_before_the_greeting_closes_with_4401()
    {
        await using var server = await TestServer.Start();
        using var client = await SocketClient.Open(server.Socket);
        await client.Subscribe("1", "{ hello }");
        (await client.ReceiveClose()).ShouldBe(4401);
    }

    [Fact]
    public async Task A_refused_greeting_closes_with_4403()
    {
        await using var server = await TestServer.Start(options => options.OnConnect = (_, payload, _) => new ValueTask<bool>(payload?.GetProperty("token").GetString() is "good"));
        using var bad = await SocketClient.Open(server.Socket);
        await bad.Send("""{"type":"connection_init","payload":{"token":"bad"}}""");
        (await bad.ReceiveClose()).ShouldBe(4403);
        using var good = await SocketClient.Open(server.Socket);
        await good.Send("""{"type":"connection_init","payload":{"token":"good"}}""");
        (await good.Receive()).ShouldBe("""{"type":"connection_ack"}""");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("graphql-ws")]
    public async Task Other_protocols_close_with_4406(string? protocol)
    {
        await using var server = await TestServer.Start();
        using var client = new ClientWebSocket();
        if (protocol is not null)
            client.Options.AddSubProtocol(protocol);
        await client.ConnectAsync(server.Socket, TestContext.Current.CancellationToken);
        await client.ReceiveAsync(new byte[10], TestContext.Current.CancellationToken);
        ((int?)client.CloseStatus).ShouldBe(4406);
    }

    [Fact]
    public async Task Waiting_with_the_greeting_closes_with_4408()
    {
        await using var server = await TestServer.Start(options => options.InitTimeout = TimeSpan.FromMilliseconds(50));
        using var client = await SocketClient.Open(server.Socket);
        (await client.ReceiveClose()).ShouldBe(4408);
    }

    [Fact]
    public async Task A_second_greeting_closes_with_4429()
    {
        await using var server = await TestServer.Start();
        using var client = await SocketClient.Connect(server.Socket);
        await client.Send("""{"type":"connection_init"}""");
        (await client.ReceiveClose()).ShouldBe(4429);
    }

    [Fact]
    public async Task An_error_of_the_server_closes_with_4500()
    {
        await using var server = await TestServer.Start(options => options.OnConnect = (_, _, _) => throw new InvalidOperationException("broken"));
        using var client = await SocketClient.Open(server.Socket);
        await client.Send("""{"type":"connection_init"}""");
        (await client.ReceiveClose()).ShouldBe(4500);
    }

    [Fact]
    public async Task A_socket_with_cookies_must_come_from_the_same_origin()
    {
        await using var server = await TestServer.Start();
        await Should.ThrowAsync<WebSocketException>(() => SocketClient.Open(server.Socket, configure: options =>
        {
            options.SetRequestHeader("Cookie", "session=1");
            options.SetRequestHeader("Origin", "https://evil.test");
        }));
        using var own = await SocketClient.Open(server.Socket, configure: options =>
        {
            options.SetRequestHeader("Cookie", "session=1");
            options.SetRequestHeader("Origin", $"http://{server.Address.Authority}");
        });
        using var token = await SocketClient.Open(server.Socket, configure: options => options.SetRequestHeader("Origin", "https://app.test"));
    }
}
