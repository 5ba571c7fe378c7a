using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Ways by which others took accounts over: forgotten passwords, invitations, another e-mail address.</summary>
public sealed class TakeOverCases : IAsyncLifetime
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start(clock: _clock);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_reset_link_works_once()
    {
        var email = (await _server.As("Agent")).Me.Text("email")!;
        var token = await _server.ResetToken(email);
        (await _server.AsNobody().Reset(token)).Status.ShouldBe(HttpStatusCode.OK);
        (await _server.AsNobody().Reset(token, "yet-another-phrase")).ShouldBeGone();
        (await _server.AsNobody().TrySignIn(email, People.NewPassword)).ShouldBe(HttpStatusCode.OK);
        (await _server.AsNobody().TrySignIn(email, "yet-another-phrase")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [EachEngine]
    public async Task Of_two_who_use_a_reset_link_at_once_one_is_refused(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var email = (await server.As("Agent")).Me.Text("email")!;
        var token = await server.ResetToken(email);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => server.AsNobody().Reset(token, $"quite-a-new-phrase-{i}")));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Gone).ShouldBe(5);
        var fit = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => server.AsNobody().TrySignIn(email, $"quite-a-new-phrase-{i}")));
        fit.Count(s => s == HttpStatusCode.OK).ShouldBe(1);
    }

    [Fact]
    public async Task A_reset_link_expires_after_an_hour()
    {
        var token = await _server.ResetToken((await _server.As("Agent")).Me.Text("email")!);
        _clock.Advance(TimeSpan.FromMinutes(61));
        (await _server.AsNobody().Reset(token)).ShouldBeGone();
    }

    [Fact]
    public async Task Unknown_used_and_expired_links_get_the_same_answer()
    {
        var token = await _server.ResetToken((await _server.As("Agent")).Me.Text("email")!);
        await _server.AsNobody().Reset(token);
        var used = await _server.AsNobody().Reset(token);
        var unknown = await _server.AsNobody().Reset("no-such-token");
        var missing = await _server.AsNobody().Post("/auth/reset-password", new { password = People.NewPassword });
        var expired = await _server.ResetToken((await _server.As("Agent")).Me.Text("email")!);
        _clock.Advance(TimeSpan.FromHours(2));
        var late = await _server.AsNobody().Reset(expired);
        foreach (var answer in new[] { used, missing, late })
        {
            answer.Status.ShouldBe(unknown.Status);
            answer.Body.ToString().ShouldBe(unknown.Body.ToString());
        }
    }

    [Fact]
    public async Task A_newer_reset_link_ends_the_older_one()
    {
        var email = (await _server.As("Agent")).Me.Text("email")!;
        var older = await _server.ResetToken(email);
        var newer = await _server.ResetToken(email);
        (await _server.AsNobody().Reset(older)).ShouldBeGone();
        (await _server.AsNobody().Reset(newer)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_reset_for_a_list_of_addresses_is_refused_and_mails_nobody()
    {
        var email = (await _server.As("Agent")).Me.Text("email")!;
        var nobody = _server.AsNobody();
        foreach (object list in new object[] { new { email = new[] { email, "attacker@example.org" } }, new { email = new { a = email, b = "attacker@example.org" } }, new { email = $"{email},attacker@example.org" } })
        {
            await nobody.Post("/auth/forgot-password", list);
        }

        (await _server.Mails()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reset_mail_goes_to_the_stored_address_and_not_to_the_typed_one()
    {
        await (await _server.AsAdmin()).Mutate("mutation { createUser(input: { name: \"Eve\", email: \"Eve.Stored@example.com\", password: \"correct-horse-battery\", roles: [\"Agent\"], teamIds: [] }) { errors { message } } }");
        await _server.AsNobody().Post("/auth/forgot-password", new { email = "EVE.stored@EXAMPLE.com" });
        (await _server.Mails()).ShouldHaveSingleItem().To.Mailboxes.Single().Address.ShouldBe("Eve.Stored@example.com");
    }

    [Fact]
    public async Task A_forged_host_never_gets_into_a_mail()
    {
        var email = (await _server.As("Agent")).Me.Text("email")!;
        foreach (var (header, value) in new[] { ("Host", "evil.example"), ("X-Forwarded-Host", "evil.example"), ("Forwarded", "host=evil.example"), ("X-Original-Host", "evil.example") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/forgot-password") { Content = JsonContent.Create(new { email }) };
            request.Headers.TryAddWithoutValidation(header, value);
            (await _server.AsNobody().Http.SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        }

        var mails = await _server.Mails();
        mails.ShouldAllBe(m => !m.TextBody!.Contains("evil", StringComparison.Ordinal));
        mails.Count.ShouldBe(3, "the forged Host itself gets no mail at all");
    }

    [Fact]
    public async Task With_a_public_address_links_lead_there_whatever_the_request_says()
    {
        await using var server = await TestServer.Start(settings: ("Access:PublicUrl", "https://crm.example.com/"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/auth/forgot-password") { Content = JsonContent.Create(new { email = TestServer.AdminEmail }) };
        request.Headers.Host = "evil.example";
        await server.AsNobody().Http.SendAsync(request);
        (await server.Mails()).ShouldHaveSingleItem().TextBody!.ShouldContain("https://crm.example.com/reset-password?token=");
    }

    [Fact]
    public async Task A_reset_ends_all_sessions_at_once_and_leaves_access_tokens()
    {
        var agent = await _server.As("Agent");
        var email = agent.Me.Text("email")!;
        var elsewhere = await _server.SignIn(email, TestServer.Password);
        var secret = (await agent.Mutate("mutation { createAccessToken(input: { name: \"robot\" }) { secret errors { message } } }")).Text("secret")!;
        (await _server.AsNobody().Reset(await _server.ResetToken(email))).Status.ShouldBe(HttpStatusCode.OK);
        (await agent.IsIn()).ShouldBeFalse();
        (await elsewhere.IsIn()).ShouldBeFalse();
        (await agent.WithToken(secret).Query("{ viewer { email } }")).GetProperty("viewer").Text("email").ShouldBe(email);
    }

    [Fact]
    public async Task The_owner_is_told_of_a_new_password()
    {
        var agent = await _server.As("Agent");
        var email = agent.Me.Text("email")!;
        await _server.AsNobody().Reset(await _server.ResetToken(email));
        (await _server.Mails()).Count(m => m.To.Mailboxes.Single().Address == email && m.Subject == "Your password was changed").ShouldBe(1);
        var again = await _server.SignIn(email, People.NewPassword);
        await again.Mutate("mutation($o: String!, $n: String!) { changePassword(input: { currentPassword: $o, newPassword: $n }) { errors { message } } }", new { o = People.NewPassword, n = TestServer.Password });
        (await _server.Mails()).Count(m => m.To.Mailboxes.Single().Address == email && m.Subject == "Your password was changed").ShouldBe(2);
    }

    [Fact]
    public async Task A_reset_signs_nobody_in_and_the_second_factor_is_asked_as_before()
    {
        var agent = await _server.As("Agent");
        var email = agent.Me.Text("email")!;
        await agent.EnrolTotp(_server);
        var thief = _server.AsNobody();
        (await thief.Reset(await _server.ResetToken(email))).Status.ShouldBe(HttpStatusCode.OK);
        (await thief.IsIn()).ShouldBeFalse();
        var (_, body) = await thief.Post("/auth/sign-in", new { email, password = People.NewPassword });
        body.TryGetProperty("secondFactor", out _).ShouldBeTrue();
        (await thief.IsIn()).ShouldBeFalse();
    }

    [Fact]
    public async Task A_refused_new_password_leaves_link_and_old_password_as_they_were()
    {
        var email = (await _server.As("Agent")).Me.Text("email")!;
        var token = await _server.ResetToken(email);
        (await _server.AsNobody().Reset(token, "password1234")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _server.AsNobody().TrySignIn(email, TestServer.Password)).ShouldBe(HttpStatusCode.OK);
        (await _server.AsNobody().Reset(token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_deactivated_gets_no_link_and_an_earlier_one_is_dead()
    {
        var agent = await _server.As("Agent");
        var email = agent.Me.Text("email")!;
        var token = await _server.ResetToken(email);
        await (await _server.AsAdmin()).Mutate("mutation($id: ID!) { updateUser(input: { userId: $id, active: false }) { errors { message } } }", new { id = agent.Me.Id() });
        (await _server.AsNobody().Reset(token)).ShouldBeGone();
        await _server.AsNobody().Post("/auth/forgot-password", new { email });
        (await _server.Tokens(email, "new password")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_link_of_one_kind_is_none_of_another()
    {
        var agent = await _server.As("Agent");
        var (confirm, undo) = await _server.AskForEmail(agent, "new@example.com");
        var nobody = _server.AsNobody();
        foreach (var token in new[] { confirm, undo })
        {
            (await nobody.Reset(token)).ShouldBeGone();
            (await nobody.Accept(token)).ShouldBeGone();
        }

        (await nobody.Post("/auth/confirm-email", new { token = undo })).ShouldBeGone();
        (await nobody.Post("/auth/undo-email", new { token = confirm })).ShouldBeGone();
    }

    [Fact]
    public async Task Secrets_of_links_are_stored_as_hashes_and_shown_to_no_administrator()
    {
        var email = (await _server.As("Agent")).Me.Text("email")!;
        var token = await _server.ResetToken(email);
        var stored = await _server.InScope((_, db) => db.OneTimeLinks.SingleAsync());
        stored.Hash.ShouldBe(OneTimeLink.HashOf(token));
        stored.Hash.ShouldNotContain(token);
        var ledger = await (await _server.AsAdmin()).Query("{ mails { nodes { kind text secret } } securityLog { nodes { details } } }");
        ledger.ToString().ShouldContain("access.passwordReset");
        ledger.ToString().ShouldNotContain(token);
    }
}
