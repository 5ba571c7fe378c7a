using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>Taking an account over by its e-mail address, and getting it back.</summary>
public sealed class EmailTakeOverCases : IAsyncLifetime
{
    private readonly FakeClock _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start(clock: _clock);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong-password-here")]
    public async Task An_address_is_not_changed_without_the_password_even_a_moment_after_signing_in(string? password)
    {
        var agent = await _server.As("Agent");
        (await agent.Refused(People.ChangeEmail, new { to = "new@example.com", p = password })).GetProperty("path")[0].GetString().ShouldBe("password");
        (await _server.Mails()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_access_token_changes_no_address()
    {
        var agent = await _server.As("Agent");
        var secret = (await agent.Mutate("mutation { createAccessToken(input: { name: \"robot\" }) { secret errors { message } } }")).Text("secret")!;
        (await agent.WithToken(secret).Refused(People.ChangeEmail, new { to = "new@example.com", p = TestServer.Password })).Text("code").ShouldBe("NOT_ALLOWED");
    }

    [Fact]
    public async Task Nothing_changes_until_the_new_address_is_confirmed()
    {
        var agent = await _server.As("Agent");
        var email = agent.Me.Text("email")!;
        var (confirm, _) = await _server.AskForEmail(agent, "new@example.com");
        (await _server.AsNobody().TrySignIn("new@example.com", TestServer.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await _server.AsNobody().TrySignIn(email, TestServer.Password)).ShouldBe(HttpStatusCode.OK);
        (await agent.Post("/auth/confirm-email", new { token = confirm })).Status.ShouldBe(HttpStatusCode.OK);
        (await _server.AsNobody().TrySignIn(email, TestServer.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await _server.AsNobody().TrySignIn("new@example.com", TestServer.Password)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Confirming_ends_the_other_sessions_and_keeps_the_one_that_confirms()
    {
        var agent = await _server.As("Agent");
        var elsewhere = await _server.SignIn(agent.Me.Text("email")!, TestServer.Password);
        var (confirm, _) = await _server.AskForEmail(agent, "new@example.com");
        await agent.Post("/auth/confirm-email", new { token = confirm });
        (await agent.IsIn()).ShouldBeTrue();
        (await elsewhere.IsIn()).ShouldBeFalse();
    }

    [Fact]
    public async Task Confirming_without_being_signed_in_works_and_signs_nobody_in()
    {
        var agent = await _server.As("Agent");
        var (confirm, _) = await _server.AskForEmail(agent, "new@example.com");
        var telephone = _server.AsNobody();
        (await telephone.Post("/auth/confirm-email", new { token = confirm })).Body.Text("email").ShouldBe("new@example.com");
        (await telephone.IsIn()).ShouldBeFalse();
        (await agent.IsIn()).ShouldBeFalse();
    }

    [Fact]
    public async Task Confirming_in_a_browser_of_somebody_else_leaves_that_session_alone()
    {
        var agent = await _server.As("Agent");
        var other = await _server.As("Agent");
        var (confirm, _) = await _server.AskForEmail(agent, "new@example.com");
        (await other.Post("/auth/confirm-email", new { token = confirm })).Status.ShouldBe(HttpStatusCode.OK);
        (await other.Query("{ viewer { email } }")).GetProperty("viewer").Text("email").ShouldBe(other.Me.Text("email"));
        (await agent.IsIn()).ShouldBeFalse();
    }

    [Fact]
    public async Task The_old_address_is_told_when_it_is_asked_for_and_when_it_is_done()
    {
        var agent = await _server.As("Agent");
        var email = agent.Me.Text("email")!;
        var (confirm, _) = await _server.AskForEmail(agent, "new@example.com");
        await agent.Post("/auth/confirm-email", new { token = confirm });
        (await _server.Mails()).Where(m => m.To.Mailboxes.Single().Address == email).Select(m => m.Subject).ShouldBe(["Your e-mail address is to be changed", "Your e-mail address was changed"], ignoreOrder: true);
    }

    [Theory]
    [EachEngine]
    public async Task Of_two_people_who_race_for_one_address_one_gets_it(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var (ada, bob) = (await server.As("Agent"), await server.As("Agent"));
        await ada.Mutate(People.ChangeEmail, new { to = "prize@example.com", p = TestServer.Password });
        await bob.Mutate(People.ChangeEmail, new { to = "prize@example.com", p = TestServer.Password });
        var tokens = await server.Tokens("prize@example.com", "Confirm");
        var answers = await Task.WhenAll(tokens.Select(token => server.AsNobody().Post("/auth/confirm-email", new { token })));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status is HttpStatusCode.Gone or HttpStatusCode.Conflict).ShouldBe(1);
        (await server.InScope((_, db) => db.Users.CountAsync(u => u.EmailKey == "prize@example.com"))).ShouldBe(1);
    }

    [Fact]
    public async Task An_address_that_somebody_took_meanwhile_is_refused_at_the_confirmation()
    {
        var agent = await _server.As("Agent");
        var (confirm, _) = await _server.AskForEmail(agent, "eve@example.com");
        await (await _server.AsAdmin()).InviteGuest("eve@example.com");
        (await _server.AsNobody().Post("/auth/confirm-email", new { token = confirm })).Body.Text("code").ShouldBe("EMAIL_TAKEN");
    }

    [Fact]
    public async Task Undo_after_a_take_over_gives_the_account_back_and_shuts_the_thief_out()
    {
        var owner = await _server.As("Agent");
        var email = owner.Me.Text("email")!;
        var thief = await _server.SignIn(email, TestServer.Password);
        var (confirm, undo) = await _server.AskForEmail(thief, "thief@example.org");
        await thief.Post("/auth/confirm-email", new { token = confirm });
        await thief.Mutate("mutation($o: String!, $n: String!) { changePassword(input: { currentPassword: $o, newPassword: $n }) { errors { message } } }", new { o = TestServer.Password, n = "a-phrase-of-the-other" });
        var secret = (await thief.Mutate("mutation { createAccessToken(input: { name: \"back door\" }) { secret errors { message } } }")).Text("secret")!;
        (await owner.IsIn()).ShouldBeFalse();

        (await _server.AsNobody().Post("/auth/undo-email", new { token = undo })).Body.Text("email").ShouldBe(email);
        (await thief.IsIn()).ShouldBeFalse();
        (await thief.WithToken(secret).Send("{ viewer { email } }")).ToString().ShouldContain("NOT_SIGNED_IN");
        (await _server.AsNobody().TrySignIn("thief@example.org", "a-phrase-of-the-other")).ShouldBe(HttpStatusCode.Unauthorized);
        (await _server.AsNobody().TrySignIn(email, "a-phrase-of-the-other")).ShouldBe(HttpStatusCode.Unauthorized);
        (await _server.AsNobody().Reset((await _server.Tokens(email, "new password"))[^1])).Status.ShouldBe(HttpStatusCode.OK);
        (await _server.AsNobody().TrySignIn(email, People.NewPassword)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_passkey_that_the_thief_made_goes_with_the_undo()
    {
        var owner = await _server.As("Agent");
        var thief = await _server.SignIn(owner.Me.Text("email")!, TestServer.Password);
        var (_, undo) = await _server.AskForEmail(thief, "thief@example.org");
        using var passkey = new SoftPasskey();
        await thief.EnrolPasskey(passkey);
        await _server.AsNobody().Post("/auth/undo-email", new { token = undo });
        (await _server.InScope((_, db) => db.Passkeys.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_second_change_does_not_void_the_undo_of_the_first()
    {
        var owner = await _server.As("Agent");
        var email = owner.Me.Text("email")!;
        var (confirm, undo) = await _server.AskForEmail(owner, "thief@example.org");
        await owner.Post("/auth/confirm-email", new { token = confirm });
        var (second, undoOfThief) = await _server.AskForEmail(owner, "thief2@example.org");
        await owner.Post("/auth/confirm-email", new { token = second });
        (await _server.AsNobody().Post("/auth/undo-email", new { token = undo })).Body.Text("email").ShouldBe(email);
        (await _server.AsNobody().Post("/auth/undo-email", new { token = undoOfThief })).ShouldBeGone();
    }

    [Fact]
    public async Task Undo_before_the_confirmation_stops_the_change()
    {
        var agent = await _server.As("Agent");
        var (confirm, undo) = await _server.AskForEmail(agent, "new@example.com");
        (await _server.AsNobody().Post("/auth/undo-email", new { token = undo })).Status.ShouldBe(HttpStatusCode.OK);
        (await _server.AsNobody().Post("/auth/confirm-email", new { token = confirm })).ShouldBeGone();
        (await _server.AsNobody().Post("/auth/undo-email", new { token = undo })).ShouldBeGone();
    }

    [Fact]
    public async Task A_confirmation_lasts_a_day_and_an_undo_seven()
    {
        var agent = await _server.As("Agent");
        var (confirm, undo) = await _server.AskForEmail(agent, "new@example.com");
        _clock.Advance(TimeSpan.FromHours(25));
        (await _server.AsNobody().Post("/auth/confirm-email", new { token = confirm })).ShouldBeGone();
        _clock.Advance(TimeSpan.FromDays(6));
        (await _server.AsNobody().Post("/auth/undo-email", new { token = undo })).ShouldBeGone();
    }

    [Fact]
    public async Task A_new_password_stops_a_change_that_waits_and_an_address_ends_reset_links()
    {
        var agent = await _server.As("Agent");
        var email = agent.Me.Text("email")!;
        var (confirm, _) = await _server.AskForEmail(agent, "new@example.com");
        await _server.AsNobody().Reset(await _server.ResetToken(email));
        (await _server.AsNobody().Post("/auth/confirm-email", new { token = confirm })).ShouldBeGone();
        var again = await _server.SignIn(email, People.NewPassword);
        var reset = await _server.ResetToken(email);
        var (second, _) = await _server.AskForEmail(again, "newer@example.com", People.NewPassword);
        await again.Post("/auth/confirm-email", new { token = second });
        (await _server.AsNobody().Reset(reset, "whatever-comes-then")).ShouldBeGone();
    }
}
