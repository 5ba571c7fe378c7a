using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Accounts of programs.</summary>
public sealed class ServiceAccountFeatures : IAsyncLifetime
{
    private const string Token = "mutation($input: CreateServiceTokenInput!) { createServiceToken(input: $input) { accessToken { id } secret errors { code message } } }";

    private static readonly string[] Scopes = ["tickets.ticket.read", "access.profile.change"];

    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private TestServer _server = null!;
    private GraphQLClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start(clock: _clock);
        _admin = await _server.AsAdmin();
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_program_works_by_its_token_with_the_scopes_it_was_given()
    {
        var id = await Make();
        var robot = _admin.WithToken((await _admin.Mutate(Token, new { input = new { userId = id, name = "import", scopes = Scopes } })).Text("secret")!);
        (await robot.Query("{ viewer { name kind } tickets { totalCount } }")).GetProperty("viewer").Text("kind").ShouldBe("SERVICE");
        (await robot.Send("{ customers { totalCount } }")).ToString().ShouldContain("NOT_ALLOWED");
    }

    [Fact]
    public async Task A_program_can_never_sign_in()
    {
        var id = await Make();
        var stored = await _server.InScope((_, db) => db.Users.SingleAsync(u => u.Kind == UserKind.Service));
        foreach (var email in new[] { stored.EmailKey, stored.Email, stored.Name, id })
        {
            (await _server.AsNobody().TrySignIn(email, TestServer.Password)).ShouldBe(HttpStatusCode.Unauthorized);
            await _server.AsNobody().Post("/auth/forgot-password", new { email });
        }

        (await _server.Mails()).ShouldBeEmpty();
        var robot = _admin.WithToken((await _admin.Mutate(Token, new { input = new { userId = id, name = "import" } })).Text("secret")!);
        (await robot.Refused(People.ChangeEmail, new { to = "robot@example.com", p = "" })).Text("code").ShouldBe("NOT_ALLOWED");
        (await robot.Post("/auth/passkeys/options", new { })).Status.ShouldNotBe(HttpStatusCode.OK);
        (await robot.Refused("mutation { createAccessToken(input: { name: \"more\" }) { errors { code } } }")).Text("code").ShouldBe("NOT_ALLOWED");
    }

    [Fact]
    public async Task A_revoked_or_expired_token_ends_at_once()
    {
        var id = await Make();
        var made = await _admin.Mutate(Token, new { input = new { userId = id, name = "short", expiresAt = _clock.GetUtcNow().AddHours(1) } });
        var robot = _admin.WithToken(made.Text("secret")!);
        await robot.Query("{ viewer { id } }");
        await _admin.Mutate("mutation($t: ID!) { revokeServiceToken(input: { accessTokenId: $t }) { errors { message } } }", new { t = made.GetProperty("accessToken").Id() });
        (await robot.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
        var other = _admin.WithToken((await _admin.Mutate(Token, new { input = new { userId = id, name = "short", expiresAt = _clock.GetUtcNow().AddHours(1) } })).Text("secret")!);
        _clock.Advance(TimeSpan.FromHours(2));
        (await other.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
    }

    [Fact]
    public async Task Only_who_manages_people_makes_and_sees_programs_and_no_token_of_a_person_is_revoked_here()
    {
        var id = await Make();
        var agent = await _server.As("Agent");
        (await agent.Send("{ serviceAccounts { user { name } } }")).ToString().ShouldContain("NOT_ALLOWED");
        (await agent.Send(Token, new { input = new { userId = id, name = "mine" } })).ToString().ShouldContain("NOT_ALLOWED");
        var own = (await agent.Mutate("mutation { createAccessToken(input: { name: \"own\" }) { accessToken { id } errors { message } } }")).GetProperty("accessToken").Id();
        (await _admin.Refused("mutation($t: ID!) { revokeServiceToken(input: { accessTokenId: $t }) { errors { code } } }", new { t = own })).Text("code").ShouldBe("NOT_FOUND");
        (await _admin.Refused(Token, new { input = new { userId = agent.Me.Id(), name = "of a person" } })).Text("code").ShouldBe("NOT_FOUND");
        (await _admin.Query("{ serviceAccounts { user { name state } tokens { name } } users { nodes { kind } } }")).ToString().ShouldContain("Robot");
    }

    [Fact]
    public async Task A_role_that_asks_for_a_second_factor_does_not_stop_a_program()
    {
        var id = await Make();
        await _admin.Mutate("mutation { requireSecondFactor(input: { role: \"Agent\", required: true }) { errors { message } } }");
        var robot = _admin.WithToken((await _admin.Mutate(Token, new { input = new { userId = id, name = "import" } })).Text("secret")!);
        await robot.Query("{ tickets { totalCount } }");
    }

    private async Task<string> Make() =>
        (await _admin.Mutate("mutation { createServiceAccount(input: { name: \"Robot\", roles: [\"Agent\"] }) { user { id } errors { message } } }")).GetProperty("user").Id();
}
