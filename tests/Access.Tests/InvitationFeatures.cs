using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>How people come.</summary>
public sealed class InvitationFeatures : IAsyncLifetime
{
    private const string Resend = "mutation($id: ID!) { resendInvitation(input: { userId: $id }) { user { invitedUntil } link errors { code message } } }";
    private const string Withdraw = "mutation($id: ID!) { withdrawInvitation(input: { userId: $id }) { withdrawn errors { code message } } }";

    private static readonly string[] Agent = ["Agent"];

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
    public async Task Somebody_invited_chooses_name_and_password_and_is_in()
    {
        var token = await _admin.InviteGuest();
        var eve = _server.AsNobody();
        var (_, shown) = await eve.Post("/auth/link", new { purpose = "Invitation", token });
        shown.Text("email").ShouldBe("eve@example.com");
        var (status, me) = await eve.Accept(token, "Eve Adams");
        status.ShouldBe(HttpStatusCode.OK, me.ToString());
        me.Text("name").ShouldBe("Eve Adams");
        (await eve.IsIn()).ShouldBeTrue();
        (await _server.AsNobody().TrySignIn("eve@example.com", People.NewPassword)).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Somebody_invited_can_do_nothing_before_accepting()
    {
        var token = await _admin.InviteGuest();
        var user = (await _admin.Query("{ users(search: \"eve\") { nodes { id state invitedUntil active } } }")).GetProperty("users").GetProperty("nodes")[0];
        user.Text("state").ShouldBe("INVITED");
        user.GetProperty("invitedUntil").GetDateTimeOffset().ShouldBe(_clock.GetUtcNow().AddDays(7));
        (await _server.AsNobody().TrySignIn("eve@example.com", "")).ShouldBe(HttpStatusCode.Unauthorized);
        (await _admin.Refused("mutation($id: ID!) { updateUser(input: { userId: $id, active: true }) { errors { code } } }", new { id = user.Id() })).Text("code").ShouldBe("INVITED");
        await _server.AsNobody().Post("/auth/forgot-password", new { email = "eve@example.com" });
        (await _server.Tokens("eve@example.com", "new password")).ShouldBeEmpty();
        token.Length.ShouldBeGreaterThanOrEqualTo(43, "256 bits");
    }

    [Fact]
    public async Task An_invitation_is_accepted_once()
    {
        var token = await _admin.InviteGuest();
        (await _server.AsNobody().Accept(token)).Status.ShouldBe(HttpStatusCode.OK);
        (await _server.AsNobody().Accept(token, "Mallory", "another-phrase-altogether")).ShouldBeGone();
        (await _server.AsNobody().TrySignIn("eve@example.com", "another-phrase-altogether")).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [EachEngine]
    public async Task Of_two_who_accept_at_once_one_is_refused(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var token = await (await server.AsAdmin()).InviteGuest();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => server.AsNobody().Accept(token, "Eve", $"a-rather-new-phrase-{i}")));
        answers.Count(a => a.Status == HttpStatusCode.OK).ShouldBe(1);
        answers.Count(a => a.Status == HttpStatusCode.Gone).ShouldBe(3);
        (await server.InScope((_, db) => db.Sessions.CountAsync(s => s.Method == "invitation"))).ShouldBe(1);
    }

    [Fact]
    public async Task An_invitation_ends_after_seven_days()
    {
        var token = await _admin.InviteGuest();
        _clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await _server.AsNobody().Post("/auth/link", new { purpose = "Invitation", token })).Status.ShouldBe(HttpStatusCode.OK);
        _clock.Advance(TimeSpan.FromMinutes(2));
        (await _server.AsNobody().Accept(token)).ShouldBeGone();
    }

    [Fact]
    public async Task A_withdrawn_invitation_is_dead_and_the_address_is_free()
    {
        var team = await _admin.Team("Support");
        var made = await _admin.Mutate(People.Invite, new { input = new { email = "eve@example.com", name = "Eve", roles = Agent, teamIds = new[] { team } } });
        await _admin.Mutate(Withdraw, new { id = made.GetProperty("user").Id() });
        (await _server.AsNobody().Accept(People.TokenIn(made.Text("link")!))).ShouldBeGone();
        (await _server.InScope((_, db) => db.TeamMembers.CountAsync())).ShouldBe(0);
        (await _server.AsNobody().Accept(await _admin.InviteGuest())).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_new_link_ends_the_old_one_and_starts_the_days_anew()
    {
        var old = await _admin.InviteGuest();
        var id = (await _admin.Query("{ users(search: \"eve\") { nodes { id } } }")).GetProperty("users").GetProperty("nodes")[0].Id();
        _clock.Advance(TimeSpan.FromDays(6));
        var again = await _admin.Mutate(Resend, new { id });
        again.GetProperty("user").GetProperty("invitedUntil").GetDateTimeOffset().ShouldBe(_clock.GetUtcNow().AddDays(7));
        (await _server.AsNobody().Accept(old)).ShouldBeGone();
        (await _server.AsNobody().Accept(People.TokenIn(again.Text("link")!))).Status.ShouldBe(HttpStatusCode.OK);
        (await _admin.Refused(Resend, new { id })).Text("code").ShouldBe("NOT_INVITED");
        (await _admin.Refused(Withdraw, new { id })).Text("code").ShouldBe("NOT_INVITED");
    }

    [Theory]
    [InlineData("en", "invites you")]
    [InlineData("de", "lädt Sie")]
    [InlineData("ru", "приглашает вас")]
    public async Task The_mail_speaks_the_language_of_the_person(string language, string words)
    {
        await _admin.Mutate(People.Invite, new { input = new { email = "eve@example.com", name = "Eve", roles = Agent, teamIds = Array.Empty<string>(), language } });
        var mail = (await _server.Mails()).ShouldHaveSingleItem();
        mail.Subject!.ShouldContain(words);
        mail.TextBody!.ShouldContain("/welcome?token=");
    }

    [Fact]
    public async Task With_a_mail_server_whoever_invites_never_sees_the_link()
    {
        await using var post = MailServer.Start();
        await using var server = await TestServer.Start(settings: post.Settings());
        var made = await (await server.AsAdmin()).Mutate(People.Invite, People.Guest("eve@example.com"));
        made.GetProperty("link").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        await server.DeliverMail();
        var token = People.TokenIn(post.Received.ShouldHaveSingleItem().Message.TextBody!);
        (await server.AsNobody().Accept(token)).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_invites_somebody_with_more_rights_than_their_own()
    {
        var role = (await _admin.Mutate("mutation { createRole(input: { name: \"Staff office\", basedOn: \"Agent\", grants: [{ permission: \"access.user.manage\", scope: ALL }, { permission: \"access.user.read\", scope: ALL }] }) { role { key } errors { message } } }")).GetProperty("role").Text("key")!;
        await _admin.Mutate("mutation($input: CreateUserInput!) { createUser(input: $input) { errors { message } } }", new { input = new { name = "Office", email = "office@example.com", password = TestServer.Password, roles = new[] { role }, teamIds = Array.Empty<string>() } });
        var office = await _server.SignIn("office@example.com", TestServer.Password);
        (await office.Refused(People.Invite, People.Guest("eve@example.com", "Admin"))).Text("code").ShouldBe("NOT_ALLOWED");
        (await (await _server.As("Agent")).Send(People.Invite, People.Guest("eve@example.com"))).ToString().ShouldContain("NOT_ALLOWED");
    }

    [Fact]
    public async Task An_address_in_use_is_refused_at_its_field_and_a_weak_password_keeps_the_link()
    {
        (await _admin.Refused(People.Invite, People.Guest(TestServer.AdminEmail))).GetProperty("path")[0].GetString().ShouldBe("email");
        var token = await _admin.InviteGuest();
        (await _server.AsNobody().Accept(token, "Eve", "short")).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _server.AsNobody().Accept(token, " ", People.NewPassword)).Status.ShouldBe(HttpStatusCode.BadRequest);
        (await _server.AsNobody().Accept(token)).Status.ShouldBe(HttpStatusCode.OK);
    }
}
