using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Setting up, changing and losing the own factors.</summary>
public sealed class OwnFactorFeatures : IAsyncLifetime
{
    private const string Disable = "mutation($p: String!) { disableTotp(input: { password: $p }) { secondFactors { totp { confirmedAt } recoveryCodesLeft } errors { code message path } } }";
    private const string Renew = "mutation($p: String) { renewRecoveryCodes(input: { password: $p }) { recoveryCodes errors { code message path } } }";
    private const string Reset = "mutation($u: ID!) { resetSecondFactors(input: { userId: $u }) { user { id } errors { code message } } }";

    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 10, TimeSpan.Zero));
    private TestServer _server = null!;
    private GraphQLClient _admin = null!;
    private GraphQLClient _agent = null!;

    private string Email => _agent.Me.Text("email")!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start(clock: _clock);
        _admin = await _server.AsAdmin();
        _agent = await _server.As("Agent");
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task An_authenticator_app_counts_only_after_a_right_code()
    {
        var started = await _agent.Mutate(Factors.Start);
        started.Text("uri")!.ShouldStartWith($"otpauth://totp/ServiceCrm:{Uri.EscapeDataString(Email)}?secret={started.Text("secret")}&");
        started.Text("qrCode")!.ShouldStartWith("<svg");
        await _server.SignIn(Email, TestServer.Password);
        (await _agent.Refused(Factors.Confirm, new { c = "000000" })).GetProperty("path")[0].GetString().ShouldBe("code");
        (await _agent.Query("{ secondFactors { totp { confirmedAt } } }")).ToString().ShouldBe("""{"secondFactors":{"totp":null}}""");
        (await _server.SignIn(Email, TestServer.Password)).Me.Text("email").ShouldBe(Email);

        var app = new AuthenticatorApp(started.Text("secret")!);
        var confirmed = await _agent.Mutate(Factors.Confirm, new { c = app.At(_clock.GetUtcNow()) });
        confirmed.GetProperty("recoveryCodes").GetArrayLength().ShouldBe(10);
        confirmed.GetProperty("recoveryCodes").EnumerateArray().ShouldAllBe(c => c.GetString()!.Split('-', StringSplitOptions.None).All(g => g.Length == 4) && c.GetString()!.Length == 19);
        await _server.FirstStep(Email);
    }

    [Fact]
    public async Task Starting_again_voids_the_first_picture_and_a_second_app_is_refused()
    {
        var first = new AuthenticatorApp((await _agent.Mutate(Factors.Start)).Text("secret")!);
        var second = new AuthenticatorApp((await _agent.Mutate(Factors.Start)).Text("secret")!);
        (await _agent.Refused(Factors.Confirm, new { c = first.At(_clock.GetUtcNow()) })).Text("code").ShouldBe("INVALID_INPUT");
        await _agent.Mutate(Factors.Confirm, new { c = second.At(_clock.GetUtcNow()) });
        (await _agent.Refused(Factors.Start)).Text("code").ShouldBe("ALREADY_ENROLLED");
        (await _agent.Refused(Factors.Confirm, new { c = second.At(_clock.GetUtcNow()) })).Text("code").ShouldBe("NOT_ENROLLING");
    }

    [Theory, EachEngine]
    public async Task Neither_the_secret_nor_the_recovery_codes_can_be_read_in_the_database(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var agent = await server.As("Agent");
        var started = await agent.Mutate(Factors.Start);
        var app = new AuthenticatorApp(started.Text("secret")!);
        var codes = (await agent.Mutate(Factors.Confirm, new { c = app.Next(server) })).GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!).ToList();
        var (secret, hashes, trail) = await server.InScope(async (_, db) => (
            (await db.Authenticators.SingleAsync()).Secret,
            await db.RecoveryCodes.Select(c => c.Hash).ToListAsync(),
            string.Join('\n', (await db.AuditEntries.ToListAsync()).Select(a => a.Changes).Concat((await db.SecurityEntries.ToListAsync()).Select(e => e.Details)))));
        secret.ShouldNotContain(started.Text("secret")!);
        hashes.Count.ShouldBe(10);
        hashes.ShouldAllBe(h => h.Length == 64);
        foreach (var word in codes.Append(started.Text("secret")!).Append(secret))
        {
            trail.ShouldNotContain(word);
        }
    }

    [Fact]
    public async Task Turning_the_app_off_asks_for_the_password_however_fresh_the_sign_in()
    {
        await _agent.EnrolTotp(_server);
        (await _agent.Refused(Disable, new { p = "wrong-password" })).GetProperty("path")[0].GetString().ShouldBe("password");
        (await _agent.Refused(Disable, new { p = "" })).GetProperty("path")[0].GetString().ShouldBe("password");
        var left = (await _agent.Mutate(Disable, new { p = TestServer.Password })).GetProperty("secondFactors");
        left.GetProperty("totp").ValueKind.ShouldBe(JsonValueKind.Null);
        left.GetProperty("recoveryCodesLeft").GetInt32().ShouldBe(0);
        (await _server.SignIn(Email, TestServer.Password)).Me.Text("email").ShouldBe(Email);
        (await _agent.Refused(Disable, new { p = TestServer.Password })).Text("code").ShouldBe("NOT_FOUND");
    }

    [Fact]
    public async Task An_old_session_gives_the_password_before_factors_change()
    {
        await _agent.EnrolTotp(_server);
        (await _agent.Query("{ secondFactors { passwordNeeded } }")).GetProperty("secondFactors").GetProperty("passwordNeeded").GetBoolean().ShouldBeFalse();
        _clock.Advance(TimeSpan.FromMinutes(11));
        (await _agent.Query("{ secondFactors { passwordNeeded } }")).GetProperty("secondFactors").GetProperty("passwordNeeded").GetBoolean().ShouldBeTrue();
        (await _agent.Refused(Renew)).Text("code").ShouldBe("PASSWORD_NEEDED");
        (await _agent.Refused(Factors.Start)).Text("code").ShouldBe("PASSWORD_NEEDED");
        (await _agent.Mutate(Renew, new { p = TestServer.Password })).GetProperty("recoveryCodes").GetArrayLength().ShouldBe(10);
    }

    [Fact]
    public async Task New_recovery_codes_void_the_old_ones()
    {
        var (_, old) = await _agent.EnrolTotp(_server);
        var renewed = (await _agent.Mutate(Renew)).GetProperty("recoveryCodes").EnumerateArray().Select(c => c.GetString()!).ToList();
        renewed.Intersect(old, StringComparer.Ordinal).ShouldBeEmpty();
        (await (await _server.FirstStep(Email)).Post("/auth/second-factor", new { method = "recovery", code = old[0] })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await (await _server.FirstStep(Email)).Post("/auth/second-factor", new { method = "recovery", code = renewed[0] })).Status.ShouldBe(HttpStatusCode.OK);
        (await (await _server.As("Agent")).Refused(Renew)).Text("code").ShouldBe("NO_SECOND_FACTOR");
    }

    [Fact]
    public async Task A_token_and_a_look_as_another_role_change_no_factor()
    {
        var token = (await _agent.Mutate("mutation { createAccessToken(input: { name: \"script\" }) { secret errors { message } } }")).Text("secret")!;
        (await _agent.WithToken(token).Refused(Factors.Start, new { p = TestServer.Password })).Text("code").ShouldBe("NOT_ALLOWED");
        await _admin.Post("/auth/view-as", new { role = "Agent" });
        (await _admin.Refused(Factors.Start, new { p = TestServer.Password })).Text("code").ShouldBe("NOT_ALLOWED");
    }

    [Fact]
    public async Task A_reset_takes_everything_away_ends_the_sessions_and_is_told()
    {
        var (app, codes) = await _agent.EnrolTotp(_server);
        using var passkey = new SoftPasskey();
        await _agent.EnrolPasskey(passkey);
        var halfway = await _server.FirstStep(Email);
        _clock.Advance(TimeSpan.FromMinutes(1));
        await _admin.Mutate(Reset, new { u = _agent.Me.Id() });
        (await _agent.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
        (await halfway.Post("/auth/second-factor", new { method = "totp", code = app.At(_clock.GetUtcNow()) })).Body.Text("code").ShouldBe("SIGN_IN_AGAIN");
        (await halfway.Post("/auth/second-factor", new { method = "recovery", code = codes[0] })).Status.ShouldBe(HttpStatusCode.Unauthorized);
        var nobody = _server.AsNobody();
        (await nobody.Post("/auth/passkey-sign-in", new { credential = await nobody.AnswerChallenge(passkey) })).Status.ShouldBe(HttpStatusCode.Unauthorized);

        var back = await _server.SignIn(Email, TestServer.Password);
        var at = back.Me.GetProperty("factorsResetAt").GetDateTimeOffset();
        at.ShouldBe(_clock.GetUtcNow());
        const string Seen = "mutation($at: DateTime!) { acknowledgeFactorReset(input: { at: $at }) { user { id } errors { message } } }";
        await back.Mutate(Seen, new { at = at.AddHours(-1) });
        (await _server.SignIn(Email, TestServer.Password)).Me.GetProperty("factorsResetAt").ValueKind.ShouldBe(JsonValueKind.String);
        await back.Mutate(Seen, new { at });
        (await _server.SignIn(Email, TestServer.Password)).Me.GetProperty("factorsResetAt").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Nobody_resets_their_own_factors_or_those_of_somebody_with_more_rights()
    {
        (await _admin.Refused(Reset, new { u = _admin.Me.Id() })).Text("code").ShouldBe("OWN_ACCOUNT");
        (await _agent.Send(Reset, new { u = _admin.Me.Id() })).ToString().ShouldContain("NOT_ALLOWED");
        var role = (await _admin.Mutate("mutation { createRole(input: { name: \"Personnel\", grants: [{ permission: \"access.user.manage\", scope: ALL }, { permission: \"access.user.read\", scope: ALL }] }) { role { key } errors { message } } }")).GetProperty("role");
        await _admin.Mutate("mutation($u: ID!, $r: [String!]!) { updateUser(input: { userId: $u, roles: $r }) { errors { message } } }", new { u = _agent.Me.Id(), r = new[] { role.Text("key") } });
        (await _agent.Refused(Reset, new { u = _admin.Me.Id() })).Text("code").ShouldBe("NOT_ALLOWED");
    }

    [Fact]
    public async Task Each_change_is_in_the_security_log()
    {
        await _agent.EnrolTotp(_server);
        using var passkey = new SoftPasskey();
        var id = (await _agent.EnrolPasskey(passkey)).Id();
        await _agent.Mutate("mutation($id: ID!) { renamePasskey(input: { passkeyId: $id, name: \"Key ring\" }) { errors { message } } }", new { id });
        await _agent.Mutate(Renew);
        await _agent.Mutate("mutation($id: ID!) { removePasskey(input: { passkeyId: $id }) { errors { message } } }", new { id });
        await _agent.Mutate(Disable, new { p = TestServer.Password });
        (await _admin.Refused(Reset, new { u = _agent.Me.Id() })).Text("code").ShouldBe("NO_SECOND_FACTOR");
        await _agent.EnrolTotp(_server);
        await _admin.Mutate(Reset, new { u = _agent.Me.Id() });
        var kinds = (await _admin.Query("{ securityLog(first: 8) { nodes { kind actorName } } }")).GetProperty("securityLog").GetProperty("nodes").EnumerateArray().Select(e => e.Text("kind"));
        kinds.ShouldBe(["factor.reset", "factor.added", "factor.removed", "factor.removed", "factor.recoveryCodes", "factor.changed", "factor.added", "factor.added"]);
    }

    [Fact]
    public async Task What_was_noted_against_a_second_use_is_forgotten_in_time()
    {
        var (app, _) = await _agent.EnrolTotp(_server);
        await (await _server.FirstStep(Email)).Post("/auth/second-factor", new { method = "totp", code = app.At(_clock.GetUtcNow().AddSeconds(30)) });
        (await Proofs()).ShouldBe(1);
        _clock.Advance(TimeSpan.FromMinutes(6));
        await _server.InScope(async (_, db) =>
        {
            await ForgetUsedProofs.Run(db, _clock, TestContext.Current.CancellationToken);
            return true;
        });
        (await Proofs()).ShouldBe(0);
    }

    private Task<int> Proofs() => _server.InScope((_, db) => db.UsedProofs.CountAsync());
}
