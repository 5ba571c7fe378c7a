using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL.Tests.Subscriptions;

namespace ServiceCrm.GraphQL.Tests.Transport;

/// <summary>The graphql-sse protocol, word for word; its own client is among the clients of the product.</summary>
public sealed class EventStreamTests
{
    private const string Token = "X-GraphQL-Event-Stream-Token";
    private const string Watch = "{\"query\":\"subscription { watch }\"}";

    private readonly FeedHolder _holder = new();
    private readonly Revocable _caller = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_query_is_answered_and_the_stream_ends()
    {
        await using var server = await TestServer.Start();
        using var response = await Open(server, "{\"query\":\"{ hello }\"}");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream; charset=utf-8");
        (await response.Content.ReadAsStringAsync(Ct)).ShouldBe(":\n\nevent: next\ndata: {\"data\":{\"hello\":\"Hello world\"}}\n\nevent: complete\ndata:\n\n");
    }

    [Theory]
    [InlineData("application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed")]
    [InlineData("text/event-stream, application/json;q=0.5")]
    [InlineData("*/*, text/event-stream")]
    public async Task Who_also_takes_JSON_gets_JSON(string accept)
    {
        await using var server = await TestServer.Start();
        using var response = await server.Post("{\"query\":\"{ hello }\"}", accept);
        (await response.Content.ReadAsStringAsync(Ct)).ShouldBe("{\"data\":{\"hello\":\"Hello world\"}}");
    }

    [Theory]
    [InlineData("{\"query\":\"{ nothing }\"}", "Cannot query field")]
    [InlineData("{\"query\":\"{\"}", "Syntax Error")]
    [InlineData("{\"query\":\"query($n: String!) { hello(name: $n) }\"}", "has invalid value")]
    public async Task A_refused_document_is_an_answer_with_errors(string body, string message)
    {
        await using var server = await TestServer.Start();
        using var response = await Open(server, body);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var text = await response.Content.ReadAsStringAsync(Ct);
        text.ShouldContain("event: next\ndata: {\"errors\":[");
        text.ShouldContain(message);
        text.ShouldEndWith("event: complete\ndata:\n\n");
    }

    [Theory]
    [InlineData("{}", 400)]
    [InlineData("{\"query\":", 400)]
    public async Task What_is_no_request_is_refused_before_the_stream(string body, int status)
    {
        await using var server = await TestServer.Start();
        using var response = await Open(server, body);
        ((int)response.StatusCode).ShouldBe(status);
    }

    [Fact]
    public async Task Events_come_until_the_source_ends()
    {
        await using var server = await Start();
        using var response = await Open(server, Watch);
        using var events = await EventReader.Of(response);
        await _holder.Feed.Opened.Task.WaitAsync(Ct);
        _holder.Feed.Events.Writer.TryWrite(1);
        (await events.Next()).ShouldBe("next {\"data\":{\"watch\":1}}");
        _holder.Feed.Events.Writer.TryWrite(2);
        (await events.Next()).ShouldBe("next {\"data\":{\"watch\":2}}");
        _holder.Feed.Events.Writer.Complete();
        (await events.Next()).ShouldBe("complete");
        (await events.Next()).ShouldBeNull();
    }

    [Fact]
    public async Task A_client_that_leaves_ends_its_source()
    {
        await using var server = await Start();
        using (await Open(server, Watch))
            await _holder.Feed.Opened.Task.WaitAsync(Ct);
        await _holder.Feed.Cleaned.Task.WaitAsync(Ct);
    }

    [Fact]
    public async Task A_permission_that_is_gone_ends_the_events()
    {
        await using var server = await Start();
        using var response = await Open(server, Watch);
        using var events = await EventReader.Of(response);
        await _holder.Feed.Opened.Task.WaitAsync(Ct);
        _caller.IsAllowed = false;
        _holder.Feed.Events.Writer.TryWrite(1);
        (await events.Next())!.ShouldContain("\"errors\"");
        (await events.Next()).ShouldBe("complete");
        await _holder.Feed.Cleaned.Task.WaitAsync(Ct);
    }

    [Fact]
    public async Task Streams_can_be_refused()
    {
        await using var server = await TestServer.Start(options => options.OnConnect = (_, _, _) => ValueTask.FromResult(false));
        using var response = await Open(server, Watch);
        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task One_stream_carries_many_operations()
    {
        await using var server = await Start();
        var token = await Reserve(server);
        using var stream = await Open(server, body: null, token);
        using var events = await EventReader.Of(stream);
        (await Post(server, token, "1", "subscription { watch }")).ShouldBe(HttpStatusCode.Accepted);
        (await Post(server, token, "2", "{ hello }")).ShouldBe(HttpStatusCode.Accepted);
        (await events.Next()).ShouldBe("next {\"id\":\"2\",\"payload\":{\"data\":{\"hello\":\"Hello\"}}}");
        (await events.Next()).ShouldBe("complete {\"id\":\"2\"}");
        (await Post(server, token, "1", "{ hello }")).ShouldBe(HttpStatusCode.Conflict);
        await _holder.Feed.Opened.Task.WaitAsync(Ct);
        _holder.Feed.Events.Writer.TryWrite(7);
        (await events.Next()).ShouldBe("next {\"id\":\"1\",\"payload\":{\"data\":{\"watch\":7}}}");

        (await Stop(server, token, "1")).ShouldBe(HttpStatusCode.OK);
        await _holder.Feed.Cleaned.Task.WaitAsync(Ct);
        (await Post(server, token, "1", "{ hello }")).ShouldBe(HttpStatusCode.Accepted);
        (await events.Next()).ShouldBe("next {\"id\":\"1\",\"payload\":{\"data\":{\"hello\":\"Hello\"}}}");
    }

    [Fact]
    public async Task Wrong_uses_of_a_stream_have_their_statuses()
    {
        await using var server = await Start();
        (await Post(server, "unknown", "1", "{ hello }")).ShouldBe(HttpStatusCode.NotFound);
        (await Stop(server, "unknown", "1")).ShouldBe(HttpStatusCode.NotFound);
        var token = await Reserve(server);
        using var stream = await Open(server, body: null, token);
        using var second = await Open(server, body: null, token);
        second.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await Post(server, token, id: null, "{ hello }")).ShouldBe(HttpStatusCode.BadRequest);
        (await Stop(server, token, "")).ShouldBe(HttpStatusCode.BadRequest);
        (await Stop(server, token, "never started")).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_client_that_leaves_its_stream_ends_what_it_carried()
    {
        await using var server = await Start();
        var token = await Reserve(server);
        using (await Open(server, body: null, token))
        {
            (await Post(server, token, "1", "subscription { watch }")).ShouldBe(HttpStatusCode.Accepted);
            await _holder.Feed.Opened.Task.WaitAsync(Ct);
        }

        await _holder.Feed.Cleaned.Task.WaitAsync(Ct);
    }

    [Fact]
    public async Task A_reservation_that_nobody_reads_lapses()
    {
        await using var server = await Start(options => options.InitTimeout = TimeSpan.Zero);
        var token = await Reserve(server);
        using var stream = await Open(server, body: null, token);
        stream.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_operation_for_a_stream_that_never_comes_is_refused_when_the_reservation_lapses()
    {
        await using var server = await Start(options => options.InitTimeout = TimeSpan.FromMilliseconds(200));
        var token = await Reserve(server);
        (await Post(server, token, "1", "{ hello }")).ShouldBe(HttpStatusCode.NotFound);
    }

    private Task<TestServer> Start(Action<GraphQLEndpointOptions>? configure = null)
    {
        var schema = new SchemaBuilder("feed", new Services());
        schema.Query("hello", SchemaBuilder.Anyone, () => "Hello");
        schema.Subscription("watch", "watch", Feed.Run);
        return TestServer.Start(configure, schema, services: s => s.AddSingleton(_holder).AddSingleton<IFieldAuthorizer>(_caller));
    }

    private static async Task<HttpResponseMessage> Open(TestServer server, string? body, string? token = null)
    {
        using var request = new HttpRequestMessage(body is null ? HttpMethod.Get : HttpMethod.Post, server.Address);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("Accept", "text/event-stream");
        if (token is not null)
            request.Headers.Add(Token, token);
        return await server.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Ct);
    }

    private static async Task<string> Reserve(TestServer server)
    {
        using var response = await server.Http.PutAsync(server.Address, content: null, Ct);
        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        return await response.Content.ReadAsStringAsync(Ct);
    }

    private static async Task<HttpStatusCode> Post(TestServer server, string token, string? id, string query)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Address)
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query, extensions = new { operationId = id } }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Add(Token, token);
        using var response = await server.Http.SendAsync(request, Ct);
        return response.StatusCode;
    }

    private static async Task<HttpStatusCode> Stop(TestServer server, string token, string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, $"{server.Address}?operationId={Uri.EscapeDataString(id)}");
        request.Headers.Add(Token, token);
        using var response = await server.Http.SendAsync(request, Ct);
        return response.StatusCode;
    }

    private sealed class Services : IServiceProviderIsService
    {
        public bool IsService(Type serviceType) => serviceType == typeof(FeedHolder);
    }

    /// <summary>Reads event after event as "name data".</summary>
    private sealed class EventReader(StreamReader reader) : IDisposable
    {
        public static async Task<EventReader> Of(HttpResponseMessage response) => new(new StreamReader(await response.Content.ReadAsStreamAsync(Ct)));

        public async Task<string?> Next()
        {
            var (name, data) = ("", "");
            while (await reader.ReadLineAsync(Ct) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal))
                    name = line["event: ".Length..];
                else if (line.StartsWith("data: ", StringComparison.Ordinal))
                    data = line["data: ".Length..];
                else if (line.Length == 0 && name.Length > 0)
                    return data.Length == 0 ? name : $"{name} {data}";
            }

            return null;
        }

        public void Dispose() => reader.Dispose();
    }
}
