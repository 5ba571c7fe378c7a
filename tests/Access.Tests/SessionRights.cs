using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Sessions that can be seen and ended, tokens with fewer rights, and looking as a role.</summary>
public sealed class SessionRights : IAsyncLifetime
{
    private static readonly string[] Narrow = ["tickets.ticket.read", "access.user.manage"];
    private static readonly string[] Unknown = ["no.such.thing"];

    private TestServer _server = null!;
    private GraphQLClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _admin = await _server.AsAdmin();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Somebody_sees_the_own_sessions_and_ends_one()
    {
        var here = await _server.As("Agent");
        var there = await _server.SignIn(here.Me.Text("email")!, TestServer.Password);
        var sessions = (await here.Query("{ sessions { id current method address } }")).GetProperty("sessions").EnumerateArray().ToList();
        sessions.Count.ShouldBe(2);
        sessions.Count(s => s.GetProperty("current").GetBoolean()).ShouldBe(1);
        var other = sessions.First(s => !s.GetProperty("current").GetBoolean()).Id();
        await here.Mutate("mutation($id: ID!) { endSession(input: { sessionId: $id }) { session { endedAt } errors { message } } }", new { id = other });
        (await there.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
        await here.Query("{ viewer { id } }");
        var foreign = await _server.As("Agent");
        (await foreign.Refused("mutation($id: ID!) { endSession(input: { sessionId: $id }) { errors { code message } } }", new { id = sessions.First(s => s.GetProperty("current").GetBoolean()).Id() })).Text("code").ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task All_other_sessions_end_at_once_and_an_administrator_ends_those_of_somebody()
    {
        var here = await _server.As("Agent");
        var there = await _server.SignIn(here.Me.Text("email")!, TestServer.Password);
        await here.Mutate("mutation { endSessions(input: {}) { ended errors { message } } }");
        (await there.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
        await here.Query("{ viewer { id } }");
        await _admin.Mutate("mutation($u: ID!) { endSessions(input: { userId: $u }) { ended errors { message } } }", new { u = here.Me.Id() });
        (await here.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
        var agent = await _server.As("Agent");
        (await agent.Refused("mutation($u: ID!) { endSessions(input: { userId: $u }) { errors { code message } } }", new { u = _admin.Me.Id() })).Text("code").ShouldBe("NOT_ALLOWED");
    }

    [Fact]
    public async Task A_copied_cookie_ends_with_the_session()
    {
        var here = await _server.As("Agent");
        var copy = here.Copy();
        await copy.Query("{ viewer { id } }");
        await here.Http.PostAsJsonAsync(new Uri("/auth/sign-out", UriKind.Relative), new { }, TestContext.Current.CancellationToken);
        (await copy.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
    }

    [Fact]
    public async Task A_session_ends_by_itself()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.Start(clock: clock, settings: [("Access:SessionDays", "1")]);
        var agent = await server.As("Agent");
        clock.Advance(TimeSpan.FromHours(23));
        await agent.Query("{ viewer { id } }");
        clock.Advance(TimeSpan.FromHours(2));
        (await agent.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
    }

    [Fact]
    public async Task Sessions_that_are_over_are_not_kept_for_ever()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.Start(clock: clock, settings: [("Access:SessionDays", "1")]);
        await server.As("Agent");
        clock.Advance(TimeSpan.FromDays(60));
        await server.AsAdmin();
        await server.InScope(async (_, db) =>
        {
            await RemoveOldSessions.Run(db, clock, CancellationToken.None);
            return true;
        });
        (await server.InScope((_, db) => db.Sessions.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_token_has_no_more_rights_than_it_was_given()
    {
        var agent = await _server.As("Agent");
        var reader = agent.WithToken(await Token(agent, new { name = "reader", readOnly = true }));
        await reader.Query("{ tickets { totalCount } }");
        (await reader.Refused(Story.OpenTicket, new { input = new { subject = "x", body = "y" } })).Text("code").ShouldBe("NOT_ALLOWED");
        var narrow = agent.WithToken(await Token(agent, new { name = "narrow", scopes = Narrow }));
        await narrow.Query("{ tickets { totalCount } }");
        (await narrow.Send("{ customers { totalCount } }")).ToString().ShouldContain("NOT_ALLOWED");
        (await narrow.Send("mutation { createUser(input: { name: \"x\", email: \"x@example.com\", password: \"a-long-password-1\", roles: [\"Agent\"], teamIds: [] }) { errors { message } } }")).ToString().ShouldContain("NOT_ALLOWED");
        (await agent.Refused("mutation($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { errors { code message path } } }", new { input = new { name = "odd", scopes = Unknown } })).Text("code").ShouldBe("INVALID_INPUT");
    }

    [Fact]
    public async Task An_administrator_looks_as_a_role_changes_nothing_and_comes_back()
    {
        await _admin.Ticket("Seen by all");
        await LookAs("Agent", 204);
        var me = await _admin.Http.GetFromJsonAsync<JsonElement>(new Uri("/auth/me", UriKind.Relative), TestContext.Current.CancellationToken);
        me.Text("readOnlyBecause")!.ShouldContain("as Agent");
        me.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()).ShouldNotContain("access.user.manage");
        (await _admin.Send("{ securityLog { totalCount } }")).ToString().ShouldContain("NOT_ALLOWED");
        (await _admin.Refused(Story.OpenTicket, new { input = new { subject = "x", body = "y" } })).Text("message")!.ShouldContain("nothing can be changed");
        await LookAs(null, 204);
        await _admin.Ticket("Works again");
        (await _admin.Query("{ securityLog(filter: { kinds: [\"view.as\"] }) { nodes { subjectName } } }")).ToString().ShouldContain("Agent");
    }

    [Fact]
    public async Task Nobody_looks_as_a_role_without_the_right_to()
    {
        var agent = await _server.As("Agent");
        (await agent.Http.PostAsJsonAsync(new Uri("/auth/view-as", UriKind.Relative), new { role = "Admin" }, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        using var nobody = _server.AsNobody();
        (await nobody.Http.PostAsJsonAsync(new Uri("/auth/view-as", UriKind.Relative), new { role = "Agent" }, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
    }

    private static async Task<string> Token(GraphQLClient owner, object input) =>
        (await owner.Mutate("mutation($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret errors { message } } }", new { input })).Text("secret")!;

    private async Task LookAs(string? role, int status)
    {
        using var answer = await _admin.Http.PostAsJsonAsync(new Uri("/auth/view-as", UriKind.Relative), new { role }, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(status);
    }
}
