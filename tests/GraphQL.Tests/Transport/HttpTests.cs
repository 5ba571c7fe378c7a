using System.Net;
using System.Text.Json;

namespace ServiceCrm.GraphQL.Tests.Transport;

public class HttpTests
{
    private const string Current = "application/graphql-response+json";

    [Theory]
    [InlineData("""{"query":"{ hello }"}""", Current, 200)]
    [InlineData("""{"query":"{ hello }"}""", null, 200)]
    [InlineData("""{"query":"{"}""", Current, 400)]
    [InlineData("""{"query":"{"}""", "application/json", 200)]
    [InlineData("""{"query":"{ nothing }"}""", Current, 400)]
    [InlineData("""{"query":"{ nothing }"}""", "application/json", 200)]
    [InlineData("""{"query":"query($n: String!) { hello(name: $n) }"}""", Current, 400)]
    [InlineData("""{"query":"{ hello }","operationName":"Other"}""", Current, 400)]
    [InlineData("{\"query\":", Current, 400)]
    [InlineData("""{"query":1}""", Current, 400)]
    [InlineData("""{}""", Current, 400)]
    [InlineData("""[{"query":"{ hello }"}]""", Current, 400)]
    [InlineData("""{"query":"{ hello }","variables":[]}""", Current, 400)]
    [InlineData("""{"query":"{ hello }","extensions":null,"other":[{}]}""", Current, 200)]
    [InlineData("""{"query":"{ hello }"}""", "text/plain", 406)]
    public async Task Statuses_follow_the_audit_by_default(string body, string? accept, int status)
    {
        await using var server = await TestServer.Start();
        using var response = await server.Post(body, accept);
        ((int)response.StatusCode).ShouldBe(status);
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task Bytes_that_are_no_UTF8_are_refused_wherever_they_stand()
    {
        await using var server = await TestServer.Start();
        foreach (var body in new[] { "{\"query\":\"{ hello }#?\"}", "{\"query\":\"query($n: String) { hello(name: $n) }\",\"variables\":{\"n\":\"?\"}}", "{\"query\":\"{ hello }\",\"extensions\":{\"x\":\"?\"}}" })
        {
            using var content = new ByteArrayContent([.. System.Text.Encoding.UTF8.GetBytes(body).Select(b => b == (byte)'?' ? (byte)0xFF : b)]);
            content.Headers.ContentType = new System.Net.Http.Headers.MediaTypeHeaderValue("application/json");
            using var response = await server.Http.PostAsync(server.Address, content, TestContext.Current.CancellationToken);
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, body);
            (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("UTF-8");
        }
    }

    [Theory]
    [InlineData("""{"query":"{"}""", 400)]
    [InlineData("""{"query":"{ nothing }"}""", 422)]
    [InlineData("""{"query":"{ tickets { nodes { broken } } }"}""", 294)]
    [InlineData("""{}""", 422)]
    public async Task The_draft_of_2026_is_one_switch_away(string body, int status)
    {
        await using var server = await TestServer.Start(options => options.Statuses = StatusProfile.Draft2026);
        using var response = await server.Post(body, Current);
        ((int)response.StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("application/graphql-response+json, application/json;q=0.9", Current)]
    [InlineData("application/json, application/graphql-response+json;q=0.5", "application/json")]
    [InlineData("*/*", "application/json")]
    [InlineData("text/html, application/*;q=0.2", "application/json")]
    public async Task The_weights_of_Accept_decide_the_media_type(string accept, string media)
    {
        await using var server = await TestServer.Start();
        using var response = await server.Post("""{"query":"{ hello }"}""", accept);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(media);
        response.Content.Headers.ContentType.CharSet.ShouldBe("utf-8");
        response.Content.Headers.ContentLength.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/json; charset=iso-8859-1")]
    public async Task Content_types_that_a_form_can_send_are_refused(string contentType)
    {
        await using var server = await TestServer.Start();
        using var response = await server.Post("""{"query":"{ hello }"}""", contentType: contentType);
        response.StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
    }

    [Fact]
    public async Task GET_runs_queries_but_needs_a_header_that_no_image_can_send()
    {
        await using var server = await TestServer.Start();
        var address = server.Address + "?query=" + Uri.EscapeDataString("query($n: String) { hello(name: $n) }") + "&variables=" + Uri.EscapeDataString("""{"n":"you"}""");
        using var forged = await server.Http.GetAsync(address, TestContext.Current.CancellationToken);
        forged.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        server.Http.DefaultRequestHeaders.Add(GraphQLEndpointOptions.PreflightHeader, "1");
        (await server.Http.GetStringAsync(address, TestContext.Current.CancellationToken)).ShouldBe("""{"data":{"hello":"Hello you"}}""");
    }

    [Fact]
    public async Task GET_never_runs_a_mutation()
    {
        await using var server = await TestServer.Start();
        server.Http.DefaultRequestHeaders.Add(GraphQLEndpointOptions.PreflightHeader, "1");
        using var response = await server.Http.GetAsync(server.Address + "?query=" + Uri.EscapeDataString("mutation { nothing { errors { message } } }"), TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
    }

    [Fact]
    public async Task Other_methods_are_answered_with_those_that_work()
    {
        await using var server = await TestServer.Start();
        using var response = await server.Http.DeleteAsync(server.Address, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST", "GET"]);
    }

    [Fact]
    public async Task A_browser_gets_the_explorer()
    {
        await using var server = await TestServer.Start(options => options.Explorer = context =>
        {
            context.Response.Headers["X-Explorer"] = "yes";
            return Task.CompletedTask;
        });
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Address);
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");
        using var response = await server.Http.SendAsync(request, TestContext.Current.CancellationToken);
        response.Headers.Contains("X-Explorer").ShouldBeTrue();
    }

    [Fact]
    public async Task A_body_beyond_the_limit_is_refused()
    {
        await using var server = await TestServer.Start(options => options.MaxBodyBytes = 200);
        using var response = await server.Post($$"""{"query":"{ hello }","more":"{{new string('x', 300)}}"}""");
        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task A_hook_around_the_execution_can_answer_with_stored_bytes()
    {
        var stored = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var infos = new List<OperationInfo>();
        await using var server = await TestServer.Start(options => options.Around = async (_, info, run) =>
        {
            infos.Add(info);
            if (stored.TryGetValue(info.Hash, out var bytes))
                return ExecutionResult.OfBytes(bytes);
            var result = await run();
            stored[info.Hash] = result.Body.ToArray();
            return result;
        });
        var variables = $$"""{"i":{"ticketId":"{{GlobalId.Encode("Ticket", Desk.Guid(101))}}"} }""";
        var body = """{"query":"mutation Solve($i: SolveTicketInput!) { solveTicket(input: $i) { ticket { status } errors { message } } }","variables":""" + variables + "}";
        using var first = await server.Post(body);
        using var second = await server.Post(body);
        (await second.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("""{"data":{"solveTicket":{"ticket":{"status":"SOLVED"},"errors":[]}}}""");
        (infos[0].Kind, infos[0].Name, infos[0].Hash).ShouldBe(("mutation", "Solve", infos[1].Hash));
    }
}
