using System.Net;
using System.Text;
using System.Text.Json;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>A role that asks for a second factor.</summary>
public sealed class RequiredFactors : IAsyncLifetime
{
    private const string Require = "mutation($role: String!, $required: Boolean!) { requireSecondFactor(input: { role: $role, required: $required }) { role { key requiresSecondFactor } errors { code message } } }";
    private const string Needed = "SECOND_FACTOR_NEEDED";

    private TestServer _server = null!;
    private GraphQLClient _admin = null!;
    private GraphQLClient _agent = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _admin = await _server.AsAdmin();
        _agent = await _server.As("Agent");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory, EachEngine]
    public async Task Somebody_without_a_factor_is_let_in_only_to_set_one_up(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var agent = await server.As("Agent");
        (await admin.Mutate(Require, new { role = "Agent", required = true })).GetProperty("role").GetProperty("requiresSecondFactor").GetBoolean().ShouldBeTrue();
        var me = await Me(agent);
        me.GetProperty("mustEnrol").GetBoolean().ShouldBeTrue();
        me.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()).ShouldBe(["access.factor.own"]);
        (await server.SignIn(agent.Me.Text("email")!, TestServer.Password)).Me.GetProperty("mustEnrol").GetBoolean().ShouldBeTrue();
        Code(await agent.Send("{ viewer { id } }")).ShouldBe(Needed);
        (await agent.Query("{ secondFactors { required } }")).GetProperty("secondFactors").GetProperty("required").GetBoolean().ShouldBeTrue();

        await agent.EnrolTotp(server);
        await agent.Query("{ viewer { id } tickets { totalCount } }");
        (await Me(agent)).GetProperty("mustEnrol").GetBoolean().ShouldBeFalse();
    }

    [Theory]
    [InlineData("{ viewer { id } }")]
    [InlineData("{ tickets { totalCount } }")]
    [InlineData("{ users { totalCount } }")]
    [InlineData("{ sessions { id } }")]
    [InlineData("{ customers { totalCount } }")]
    [InlineData("mutation { updateProfile(input: { name: \"Eve\" }) { errors { code } } }")]
    [InlineData("mutation { createAccessToken(input: { name: \"way out\" }) { secret errors { code } } }")]
    [InlineData("mutation { endSessions(input: {}) { ended errors { code } } }")]
    [InlineData("mutation { createTeam(input: { name: \"Mine\" }) { errors { code } } }")]
    public async Task Every_other_operation_is_refused_with_its_own_code(string document)
    {
        await _admin.Mutate(Require, new { role = "Agent", required = true });
        Code(await _agent.Send(document)).ShouldBe(Needed);
    }

    [Fact]
    public async Task No_query_or_mutation_but_those_of_factors_answers()
    {
        await _admin.Mutate(Require, new { role = "Agent", required = true });
        var schema = await _admin.Query("{ __schema { queryType { fields { name args { type { kind } } type { kind ofType { kind ofType { kind } } } } } } }");
        var plain = schema.GetProperty("__schema").GetProperty("queryType").GetProperty("fields").EnumerateArray()
            .Where(f => f.GetProperty("args").EnumerateArray().All(a => a.GetProperty("type").Text("kind") != "NON_NULL")).Select(f => f.Text("name")!).ToList();
        plain.Count.ShouldBeGreaterThan(10);
        foreach (var field in plain.Where(f => f != "secondFactors"))
        {
            var answer = await _agent.Send($"{{ {field} {{ __typename }} }}");
            var scalar = answer.ToString().Contains("must not have a selection", StringComparison.Ordinal) ? await _agent.Send($"{{ {field} }}") : answer;
            Code(scalar).ShouldBe(Needed, field);
        }
    }

    [Fact]
    public async Task Neither_a_node_nor_a_file_nor_another_address_is_given_out()
    {
        var file = await _agent.Upload("notes.txt", Encoding.UTF8.GetBytes("notes"), "text/plain");
        await _admin.Mutate(Require, new { role = "Agent", required = true });
        Code(await _agent.Send("query($id: ID!) { node(id: $id) { id } }", new { id = _admin.Me.Id() })).ShouldBe(Needed);
        foreach (var path in new[] { $"/files/{file}", "/security-log.csv", "/graphql/schema.graphql", "/graphql/reference", "/imports/x/refused.csv" })
        {
            var answer = await _agent.Http.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden, path);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(Needed, customMessage: path);
        }

        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "x.bin" } };
        (await _agent.Http.PostAsync(new Uri("/files", UriKind.Relative), form, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_socket_opens_and_refuses_each_operation()
    {
        await _admin.Mutate(Require, new { role = "Agent", required = true });
        using var live = await LiveClient.Subscribe(_server, _agent, "subscription { ticketChanged { ticket { number } } }");
        var refused = (await live.Receive())!.Value;
        refused.Text("type").ShouldBe("error");
        refused.ToString().ShouldContain(Needed);
        await live.Send(new { id = "2", type = "subscribe", payload = new { query = "{ viewer { id } }" } });
        (await live.Receive())!.Value.ToString().ShouldContain(Needed);
    }

    [Fact]
    public async Task An_event_stream_is_refused()
    {
        await _admin.Mutate(Require, new { role = "Agent", required = true });
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
        {
            Content = new StringContent("{\"query\":\"subscription { ticketChanged { ticket { number } } }\"}", Encoding.UTF8, "application/json"),
            Headers = { { "Accept", "text/event-stream" } },
        };
        using var answer = await _agent.Http.SendAsync(request, TestContext.Current.CancellationToken);
        (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain(Needed);
    }

    [Fact]
    public async Task A_subscription_that_is_open_ends_when_the_requirement_comes()
    {
        var feed = (Platform.Events.ChangeFeed)_server.Services.GetService(typeof(Platform.Events.ChangeFeed))!;
        var before = feed.Listeners;
        using var live = await LiveClient.Subscribe(_server, _agent, "subscription { ticketChanged { ticket { number } } }");
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
        while (feed.Listeners == before && await tick.WaitForNextTickAsync(TestContext.Current.CancellationToken))
        {
            // The subscription listens once it is counted.
        }

        await _admin.Mutate(Require, new { role = "Agent", required = true });
        await _admin.Ticket("Nobody there should hear of this");
        var message = (await live.Receive())!.Value;
        message.Text("type").ShouldBe("error");
        message.ToString().ShouldContain(Needed);
    }

    [Fact]
    public async Task An_access_token_of_somebody_without_a_factor_waits_too_and_sets_none_up()
    {
        var token = (await _agent.Mutate("mutation { createAccessToken(input: { name: \"script\" }) { secret errors { message } } }")).Text("secret")!;
        await _admin.Mutate(Require, new { role = "Agent", required = true });
        var script = _agent.WithToken(token);
        Code(await script.Send("{ viewer { id } }")).ShouldBe(Needed);
        (await script.Refused(Factors.Start, new { p = TestServer.Password })).Text("code").ShouldBe("NOT_ALLOWED");
        await _agent.EnrolTotp(_server);
        await script.Query("{ viewer { id } }");
    }

    [Fact]
    public async Task A_role_made_here_can_ask_too_and_no_longer()
    {
        var role = (await _admin.Mutate("mutation { createRole(input: { name: \"Night shift\" }) { role { id key } errors { message } } }")).GetProperty("role");
        await _admin.Mutate("mutation($u: ID!, $r: [String!]!) { updateUser(input: { userId: $u, roles: $r }) { errors { message } } }", new { u = _agent.Me.Id(), r = new[] { "Agent", role.Text("key") } });
        await _agent.Query("{ viewer { id } }");
        await _admin.Mutate(Require, new { role = role.Text("key"), required = true });
        Code(await _agent.Send("{ viewer { id } }")).ShouldBe(Needed);
        await _admin.Mutate(Require, new { role = role.Text("key"), required = false });
        await _agent.Query("{ viewer { id } }");
    }

    [Fact]
    public async Task Somebody_with_a_passkey_has_what_the_role_asks_for()
    {
        await _admin.Mutate(Require, new { role = "Agent", required = true });
        using var passkey = new SoftPasskey();
        await _agent.EnrolPasskey(passkey);
        await _agent.Query("{ viewer { id } }");
        await _agent.Mutate("mutation($id: ID!) { removePasskey(input: { passkeyId: $id }) { errors { code } } }", new { id = (await _agent.Query("{ secondFactors { passkeys { id } } }")).GetProperty("secondFactors").GetProperty("passkeys")[0].Id() });
        Code(await _agent.Send("{ viewer { id } }")).ShouldBe(Needed);
    }

    [Fact]
    public async Task Looking_as_another_role_is_no_way_around()
    {
        var second = await _server.As("Admin");
        (await second.Post("/auth/view-as", new { role = "Agent" })).Status.ShouldBe(HttpStatusCode.NoContent);
        await second.Query("{ viewer { id } }");
        await _admin.EnrolTotp(_server);
        await _admin.Mutate(Require, new { role = "Admin", required = true });
        Code(await second.Send("{ viewer { id } }")).ShouldBe(Needed);
        (await second.Post("/auth/view-as", new { role = (string?)null })).Status.ShouldBe(HttpStatusCode.NoContent);
        (await second.Post("/auth/view-as", new { role = "Agent" })).Status.ShouldBe(HttpStatusCode.Forbidden);
        Code(await second.Send("{ viewer { id } }")).ShouldBe(Needed);
    }

    [Fact]
    public async Task Only_who_manages_roles_asks_and_only_of_roles_that_exist()
    {
        Code(await _agent.Send(Require, new { role = "Agent", required = true })).ShouldBe("NOT_ALLOWED");
        (await _admin.Refused(Require, new { role = "Nobody", required = true })).Text("code").ShouldBe("INVALID_INPUT");
        await _admin.Mutate(Require, new { role = "Analyst", required = true });
        (await _admin.Query("{ securityLog(filter: { kinds: [\"role.secondFactor\"] }) { nodes { subjectName details } } }")).ToString().ShouldContain("\"details\":\"required\"");
    }

    private static async Task<JsonElement> Me(GraphQLClient client) =>
        JsonSerializer.Deserialize<JsonElement>(await client.Http.GetStringAsync(new Uri("/auth/me", UriKind.Relative), TestContext.Current.CancellationToken));

    private static string? Code(JsonElement answer) => answer.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").Text("code") : answer.ToString();
}
