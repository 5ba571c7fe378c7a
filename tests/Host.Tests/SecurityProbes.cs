using System.Net;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>
/// What scanners try on a GraphQL server, against the whole server with default settings: the probes of graphql-cop by their names, then the
/// scenarios of Damn Vulnerable GraphQL Application that can concern us.
/// </summary>
public sealed class SecurityProbes : IAsyncLifetime
{
    private TestServer _server = null!;
    private GraphQLClient _nobody = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _nobody = _server.AsNobody();
    }

    public async ValueTask DisposeAsync()
    {
        _nobody.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Cop_01_alias_overloading_is_refused() =>
        (await Ask($"query cop {{ {Repeat(101, i => $"alias{i}: __typename ")} }}")).ShouldContain("LIMIT_EXCEEDED");

    [Fact]
    public async Task Cop_02_array_based_batching_is_refused()
    {
        using var answer = await Post($"[{string.Join(',', Enumerable.Repeat("{\"query\":\"query cop { __typename }\"}", 10))}]");
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldNotContain("\"data\"");
    }

    [Fact]
    public async Task Cop_03_directive_overloading_is_refused()
    {
        (await Ask("query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }")).ShouldNotContain("\"data\"");
        (await Ask($"query cop {{ __typename {Repeat(11, _ => "@include(if: true) ")} }}")).ShouldContain("LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task Cop_04_circular_introspection_is_refused() =>
        (await Ask("query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }")).ShouldContain("Maximum introspection depth exceeded");

    [Fact]
    public async Task Cop_05_field_duplication_is_refused() =>
        (await Ask($"query cop {{ {Repeat(500, _ => "__typename ")} }}")).ShouldContain("LIMIT_EXCEEDED");

    [Fact]
    public async Task Cop_06_field_suggestions_and_12_introspection_go_with_the_setting()
    {
        (await Ask("query cop { __schema { directive } }")).ShouldContain("Did you mean");
        await using var closed = await TestServer.Start(settings: ("GraphQL:Introspection", "Nobody"));
        using var client = closed.AsNobody();
        foreach (var query in new[]
        {
            "{ __schema { directive } }", "{ ticketz }", "{ tickets(frst: 1) { totalCount } }", "{ tickets(filter: { stats: NEW }) { totalCount } }", "{ tickets(filter: { status: OPE }) { totalCount } }",
            "{ node(id: \"x\") { ... on Tickt { id } } }", "query ($a: TicketFiltr) { tickets(filter: $a) { totalCount } }", "{ tickets { totalCount @skp(if: true) } }", "{ __type(name: \"Ticket\") { name } }",
        })
        {
            var answer = (await client.Send(query)).GetRawText();
            answer.ShouldContain("errors", Case.Sensitive, query);
            answer.ShouldNotContain("Did you mean", Case.Sensitive, query);
        }
    }

    [Fact]
    public async Task Cop_07_the_explorer_is_a_page_of_our_own_that_runs_no_foreign_script()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.Add("Accept", "text/html");
        using var answer = await _nobody.Http.SendAsync(request, Ct);
        var page = await answer.Content.ReadAsStringAsync(Ct);
        page.ShouldNotContain("https://");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("script-src 'self'");
    }

    [Fact]
    public async Task Cop_08_queries_by_GET_need_a_header_that_other_sites_cannot_send()
    {
        using var http = new HttpClient { BaseAddress = _server.Url };
        using var answer = await http.GetAsync(new Uri("/graphql?query=query%20cop%20%7B__typename%7D", UriKind.Relative), Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Cop_09_forms_are_refused()
    {
        using var http = new HttpClient { BaseAddress = _server.Url };
        foreach (var type in new[] { "application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x" })
        {
            using var body = new StringContent("query=query cop { __typename }");
            body.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);
            using var answer = await http.PostAsync(new Uri("/graphql", UriKind.Relative), body, Ct);
            ((int)answer.StatusCode).ShouldBeOneOf(403, 415);
        }
    }

    [Fact]
    public async Task Cop_10_mutations_by_GET_are_refused()
    {
        using var admin = await _server.AsAdmin();
        using var answer = await admin.Http.GetAsync(new Uri("/graphql?query=mutation%20cop%20%7B__typename%7D", UriKind.Relative), Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task Cop_11_there_is_no_trace_mode()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = Json("{\"query\":\"query cop { __typename }\"}") };
        request.Headers.Add("X-Apollo-Tracing", "1");
        using var answer = await _nobody.Http.SendAsync(request, Ct);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldBe("""{"data":{"__typename":"Query"}}""");
    }

    [Fact]
    public async Task Cop_13_mistakes_tell_nothing_of_the_server()
    {
        foreach (var query in new[] { "qwerty cop { abc }", "{ node(id: \"\\u0000\") { id } }", "{ tickets(after: \"AAAA\") { nodes { id } } }" })
        {
            var answer = await Ask(query);
            answer.ShouldContain("errors");
            answer.ShouldNotContain("Exception");
            answer.ShouldNotContain("   at ");
        }
    }

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/portal/graphql")]
    [InlineData("/auth/me")]
    [InlineData("/files")]
    public async Task CORS_is_closed(string path)
    {
        using var preflight = new HttpRequestMessage(HttpMethod.Options, path);
        preflight.Headers.Add("Origin", "https://evil.example");
        preflight.Headers.Add("Access-Control-Request-Method", "POST");
        preflight.Headers.Add("Access-Control-Request-Headers", "content-type,graphql-preflight");
        using var allowed = await _nobody.Http.SendAsync(preflight, Ct);
        allowed.Headers.ShouldNotContain(header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = Json("{\"query\":\"{ __typename }\"}") };
        request.Headers.Add("Origin", "https://evil.example");
        using var answer = await _nobody.Http.SendAsync(request, Ct);
        answer.Headers.ShouldNotContain(header => header.Key.StartsWith("Access-Control", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Dvga_deep_recursion_is_refused()
    {
        var deep = $"{{ tickets {{ nodes {{ {Repeat(10, _ => "customer { tickets { nodes { ")} id {new string('}', 30)} }} }} }}";
        (await Ask(deep)).ShouldContain("LIMIT_EXCEEDED");
    }

    [Fact]
    public async Task Dvga_resource_intensive_queries_are_refused_before_they_run()
    {
        using var admin = await _server.AsAdmin();
        _server.Sql.Reset();
        (await admin.Send("{ tickets(first: 100) { nodes { customer { tickets(first: 100) { nodes { messages(first: 100) { nodes { body } } } } } } } }")).GetRawText().ShouldContain("The operation costs");
        _server.Sql.Statements.Where(statement => statement.Contains("tickets_", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Dvga_fragments_in_a_circle_are_refused() =>
        (await Ask("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }")).ShouldContain("Cannot spread fragment");

    [Theory]
    [InlineData("' OR '1'='1")]
    [InlineData("\"; DROP TABLE tickets_tickets; --")]
    [InlineData("subject:* NEAR(a b) AND NOT ^x")]
    [InlineData("%' UNION SELECT * FROM access_users --")]
    public async Task Dvga_injection_into_search_finds_nothing_and_breaks_nothing(string search)
    {
        using var admin = await _server.AsAdmin();
        await admin.Ticket("Printer");
        (await admin.Query("query ($s: String) { tickets(search: $s) { totalCount } customers(search: $s) { totalCount } }", new { s = search })).GetRawText()
            .ShouldBe("""{"tickets":{"totalCount":0},"customers":{"totalCount":0}}""");
        (await admin.Query("{ tickets { totalCount } }")).GetRawText().ShouldBe("""{"tickets":{"totalCount":1}}""");
    }

    [Fact]
    public async Task Dvga_stored_scripts_stay_text()
    {
        using var admin = await _server.AsAdmin();
        const string Script = "<script>alert(1)</script>";
        await admin.Ticket(Script);
        using var answer = await admin.Http.PostAsync(new Uri("/graphql", UriKind.Relative), Json("{\"query\":\"{ tickets { nodes { subject } } }\"}"), Ct);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain(Script);
    }

    [Fact]
    public async Task Dvga_sockets_of_strangers_are_closed()
    {
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        socket.Options.SetRequestHeader("Origin", "https://evil.example");
        try
        {
            await socket.ConnectAsync(new UriBuilder(new Uri(_server.Url, "/graphql")) { Scheme = "ws" }.Uri, Ct);
            await socket.SendAsync(Encoding.UTF8.GetBytes("{\"type\":\"connection_init\"}"), WebSocketMessageType.Text, endOfMessage: true, Ct);
            await socket.ReceiveAsync(new byte[100], Ct);
        }
        catch (WebSocketException)
        {
            // Refused at once is as good.
        }

        socket.State.ShouldNotBe(WebSocketState.Open);
        if (socket.CloseStatus is { } code)
            ((int)code).ShouldBe(4403);
    }

    [Theory]
    [InlineData("{ users { nodes { email } } }")]
    [InlineData("{ tickets { nodes { id } } }")]
    [InlineData("{ customers { totalCount } }")]
    [InlineData("{ accessTokens { id } }")]
    [InlineData("{ deadLetters { nodes { id } } }")]
    public async Task Dvga_strangers_see_nothing(string query)
    {
        var answer = await Ask(query);
        answer.ShouldContain("NOT_SIGNED_IN");
        answer.ShouldNotContain("@");
    }

    private static string Repeat(int times, Func<int, string> part) => string.Concat(Enumerable.Range(0, times).Select(part));

    private static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");

    private Task<HttpResponseMessage> Post(string body) => _nobody.Http.PostAsync(new Uri("/graphql", UriKind.Relative), Json(body), Ct);

    private async Task<string> Ask(string query)
    {
        using var answer = await Post(JsonSerializer.Serialize(new { query }));
        return await answer.Content.ReadAsStringAsync(Ct);
    }
}
