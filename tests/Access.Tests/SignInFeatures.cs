using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Who gets in, who stays in.</summary>
public sealed class SignInFeatures : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_wrong_password_and_an_unknown_person_get_the_same_answer()
    {
        var known = await Try(TestServer.AdminEmail, "wrong-password");
        var unknown = await Try("nobody@example.com", "wrong-password");
        known.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await known.Content.ReadAsStringAsync()).ShouldBe(await unknown.Content.ReadAsStringAsync());
        unknown.StatusCode.ShouldBe(known.StatusCode);
    }

    [Fact]
    public async Task Signing_out_ends_the_session()
    {
        var admin = await _server.AsAdmin();
        (await admin.Http.GetAsync(new Uri("/auth/me", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await admin.Http.PostAsync(new Uri("/auth/sign-out", UriKind.Relative), null);
        (await admin.Http.GetAsync(new Uri("/auth/me", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Nobody_gets_data_without_signing_in()
    {
        var answer = await _server.AsNobody().Send("{ tickets { totalCount } }");
        answer.GetProperty("errors")[0].GetProperty("extensions").Text("code").ShouldBe("NOT_SIGNED_IN");
        answer.ToString().ShouldNotContain("totalCount\":");
    }

    [Fact]
    public async Task A_changed_password_ends_every_other_session_at_once()
    {
        var here = await _server.As("Agent");
        var email = here.Me.Text("email")!;
        var elsewhere = await _server.SignIn(email, TestServer.Password);
        await here.Mutate("mutation($old: String!) { changePassword(input: { currentPassword: $old, newPassword: \"another-long-password\" }) { user { id } errors { message } } }", new { old = TestServer.Password });
        (await here.Http.GetAsync(new Uri("/auth/me", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await elsewhere.Http.GetAsync(new Uri("/auth/me", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Try(email, TestServer.Password)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await Try(email, "another-long-password")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_who_was_deactivated_is_out_at_once()
    {
        var agent = await _server.As("Agent");
        var admin = await _server.AsAdmin();
        await admin.Mutate("mutation($id: ID!) { updateUser(input: { userId: $id, active: false }) { user { id } errors { message } } }", new { id = agent.Me.Id() });
        (await agent.Http.GetAsync(new Uri("/auth/me", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task A_role_taken_away_takes_its_rights_at_once()
    {
        var manager = await _server.As("Manager");
        var admin = await _server.AsAdmin();
        await manager.Team("Before");
        await admin.Mutate("mutation($id: ID!) { updateUser(input: { userId: $id, roles: [\"Analyst\"] }) { user { id } errors { message } } }", new { id = manager.Me.Id() });
        var refused = await manager.Send("mutation { createTeam(input: { name: \"After\" }) { team { id } errors { code } } }");
        refused.ToString().ShouldContain("NOT_ALLOWED");
    }

    [Fact]
    public async Task An_administrator_cannot_lock_himself_out()
    {
        var admin = await _server.AsAdmin();
        var refused = await admin.Refused("mutation($id: ID!) { updateUser(input: { userId: $id, roles: [\"Agent\"] }) { user { id } errors { code } } }", new { id = admin.Me.Id() });
        refused.Text("code").ShouldBe("OWN_ACCOUNT");
    }

    [Theory]
    [InlineData("short", "at least")]
    [InlineData("password123", "too easy")]
    [InlineData("aaaaaaaaaaaaaaa", "too easy")]
    public async Task Weak_passwords_are_refused_with_the_reason(string password, string reason)
    {
        var admin = await _server.AsAdmin();
        var refused = await admin.Refused(
            "mutation($p: String!) { createUser(input: { name: \"Eve\", email: \"eve@example.com\", password: $p, roles: [\"Agent\"], teamIds: [] }) { user { id } errors { message path } } }", new { p = password });
        refused.Text("message")!.ShouldContain(reason);
        refused.GetProperty("path")[0].GetString().ShouldBe("password");
    }

    [Fact]
    public async Task Guessing_is_slowed_for_the_guesser_and_not_for_the_owner()
    {
        await using var strict = await TestServer.Start(settings: ("Access:TriesPerMinute", "3"));
        var guesser = strict.AsNobody();
        for (var i = 0; i < 3; i++)
        {
            (await Try(guesser, TestServer.AdminEmail, "guess")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        }

        var slowed = await Try(guesser, TestServer.AdminEmail, "guess");
        slowed.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        (await slowed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("retryAfterSeconds").GetInt32().ShouldBeInRange(1, 60);
        (await Try(guesser, "other@example.com", "guess")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_set_up_link_works_once()
    {
        await using var server = await TestServer.Start(settings: [("Setup:AdminEmail", ""), ("Setup:AdminPassword", "")]);
        var path = await AccessModule.PrepareFirstAdministrator(server.Services, TestContext.Current.CancellationToken);
        var token = path!.Split('=')[1];
        var nobody = server.AsNobody();
        (await nobody.Http.GetAsync(new Uri($"/auth{path}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await nobody.Http.PostAsJsonAsync("/auth/setup", new { token = "wrong", name = "Eve", email = "eve@example.com", password = TestServer.Password })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await nobody.Http.PostAsJsonAsync("/auth/setup", new { token, name = "", email = "nonsense", password = TestServer.Password })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var made = await nobody.Http.PostAsJsonAsync("/auth/setup", new { token, name = "Ada", email = "ada@example.com", password = TestServer.Password });
        made.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("roles")[0].GetString().ShouldBe("Admin");
        (await nobody.Http.PostAsJsonAsync("/auth/setup", new { token, name = "Eve", email = "eve@example.com", password = TestServer.Password })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<HttpResponseMessage> Try(string email, string password) => await Try(_server.AsNobody(), email, password);

    private static Task<HttpResponseMessage> Try(GraphQLClient client, string email, string password) => client.Http.PostAsJsonAsync("/auth/sign-in", new { email, password });
}
