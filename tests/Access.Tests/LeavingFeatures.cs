using System.Net;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>How people go, and who cannot.</summary>
public sealed class LeavingFeatures
{
    private const string Admin = "mutation($input: CreateUserInput!) { createUser(input: $input) { user { id } errors { message } } }";
    private const string Roles = "mutation($id: ID!, $roles: [String!]) { updateUser(input: { userId: $id, roles: $roles }) { user { id } errors { code message } } }";
    private static readonly string[] AdminRole = ["Admin"];
    private static readonly string[] AgentRole = ["Agent"];

    [Theory]
    [EachEngine]
    public async Task Open_work_goes_to_whom_it_was_given_and_the_history_says_so(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var team = await admin.Team("Support");
        var (leaver, heir) = (await server.As("Agent", team), await server.As("Agent", team));
        var ticket = (await admin.Ticket("Printer", teamId: team, more: new { assigneeId = leaver.Me.Id() })).Id();
        await admin.Mutate("mutation($o: ID) { createCustomer(input: { name: \"Acme\", ownerId: $o }) { errors { message } } }", new { o = leaver.Me.Id() });
        await leaver.Mutate("mutation { createAccessToken(input: { name: \"robot\" }) { errors { message } } }");
        var work = (await admin.Query("query($id: ID!) { userWork(userId: $id) { kind count } }", new { id = leaver.Me.Id() })).GetProperty("userWork").ToString();
        work.ShouldContain("tickets.assigned");
        work.ShouldContain("customers.owned");
        work.ShouldContain("access.tokens");

        var gone = await admin.Mutate(People.Delete, new { input = new { userId = leaver.Me.Id(), reassignTo = new { userId = heir.Me.Id() } } });
        gone.GetProperty("user").Text("state").ShouldBe("REMOVED");
        gone.GetProperty("user").Text("name")!.ShouldEndWith("(removed)");
        await server.DeliverEvents();
        var after = await admin.Query("query($id: ID!, $heir: ID!) { ticket(id: $id) { assignee { id } history { nodes { actorName changes { field to } } } } customers(filter: { ownerId: $heir }) { totalCount } }", new { id = ticket, heir = heir.Me.Id() });
        after.GetProperty("ticket").GetProperty("assignee").Id().ShouldBe(heir.Me.Id());
        after.GetProperty("customers").GetProperty("totalCount").GetInt32().ShouldBe(1);
        var entry = after.GetProperty("ticket").GetProperty("history").GetProperty("nodes")[0];
        entry.Text("actorName").ShouldBe("System");
        entry.ToString().ShouldContain("has left");
        (await admin.Query("query($id: ID!) { userWork(userId: $id) { kind } }", new { id = leaver.Me.Id() })).GetProperty("userWork").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Work_goes_to_no_desk_that_the_heir_does_not_see()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        var (support, legal) = (await admin.Team("Support"), await admin.Team("Legal"));
        var (leaver, heir) = (await server.As("Agent", legal), await server.As("Agent", support));
        await admin.Mutate("mutation($t: ID!) { updateTeam(input: { teamId: $t, confidential: true }) { errors { message } } }", new { t = legal });
        var ticket = (await leaver.Ticket("Secret", teamId: legal, more: new { assigneeId = leaver.Me.Id() })).Id();
        await admin.Mutate(People.Delete, new { input = new { userId = leaver.Me.Id(), reassignTo = new { userId = heir.Me.Id() } } });
        await server.DeliverEvents();
        var stored = await server.InScope((_, db) => db.AuditEntries.Where(e => e.Entity == "Ticket").OrderByDescending(e => e.At).ThenByDescending(e => e.Id).FirstAsync());
        stored.Changes.ShouldContain("has left");
        (await heir.Query("query($id: ID!) { node(id: $id) { __typename } }", new { id = ticket })).GetProperty("node").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
    }

    [Fact]
    public async Task Sessions_and_tokens_of_somebody_removed_end_at_once_and_the_address_is_free()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        var agent = await server.As("Agent");
        var email = agent.Me.Text("email")!;
        var secret = (await agent.Mutate("mutation { createAccessToken(input: { name: \"robot\" }) { secret errors { message } } }")).Text("secret")!;
        var robot = agent.WithToken(secret);
        await robot.Query("{ viewer { id } }");
        var reset = await server.ResetToken(email);
        await admin.Mutate(People.Delete, new { input = new { userId = agent.Me.Id() } });
        (await agent.IsIn()).ShouldBeFalse();
        (await robot.Send("{ viewer { id } }")).ToString().ShouldContain("NOT_SIGNED_IN");
        (await server.AsNobody().Reset(reset)).ShouldBeGone();
        (await server.AsNobody().TrySignIn(email, TestServer.Password)).ShouldBe(HttpStatusCode.Unauthorized);
        (await admin.Refused("mutation($id: ID!) { updateUser(input: { userId: $id, active: true }) { errors { code } } }", new { id = agent.Me.Id() })).Text("code").ShouldBe("REMOVED");
        (await admin.Query("{ users(search: \"removed\") { totalCount } }")).GetProperty("users").GetProperty("totalCount").GetInt32().ShouldBe(0);
        (await server.AsNobody().Accept(await admin.InviteGuest(email))).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [EachEngine]
    public async Task Of_two_administrators_who_take_each_others_role_away_one_stays(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var ada = await server.AsAdmin();
        var bobId = (await ada.Mutate(Admin, new { input = new { name = "Bob", email = "bob@example.com", password = TestServer.Password, roles = AdminRole, teamIds = Array.Empty<string>() } })).GetProperty("user").Id();
        var bob = await server.SignIn("bob@example.com", TestServer.Password);
        await Task.WhenAll(
            ada.Send(Roles, new { id = bobId, roles = AgentRole }),
            bob.Send(Roles, new { id = ada.Me.Id(), roles = AgentRole }));
        var held = await server.InScope((_, db) => db.Users.Where(u => u.Active).Select(u => u.Roles).ToListAsync());
        held.Count(r => r.Contains("Admin")).ShouldBe(1);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_deleted_deactivated_or_demoted()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        (await admin.Refused(People.Delete, new { input = new { userId = admin.Me.Id() } })).Text("code").ShouldBe("OWN_ACCOUNT");

        // A program with every right is not somebody who can administer: it cannot sign in.
        var account = (await admin.Mutate("mutation($r: [String!]!) { createServiceAccount(input: { name: \"Robot\", roles: $r }) { user { id } errors { message } } }", new { r = AdminRole })).GetProperty("user").Id();
        var secret = (await admin.Mutate("mutation($id: ID!) { createServiceToken(input: { userId: $id, name: \"all\" }) { secret errors { message } } }", new { id = account })).Text("secret")!;
        var robot = admin.WithToken(secret);
        (await robot.Refused(People.Delete, new { input = new { userId = admin.Me.Id() } })).Text("code").ShouldBe("LAST_ADMINISTRATOR");
        (await robot.Refused(Roles, new { id = admin.Me.Id(), roles = AgentRole })).Text("code").ShouldBe("LAST_ADMINISTRATOR");
        (await robot.Refused("mutation($id: ID!) { updateUser(input: { userId: $id, active: false }) { errors { code } } }", new { id = admin.Me.Id() })).Text("code").ShouldBe("LAST_ADMINISTRATOR");
        (await admin.IsIn()).ShouldBeTrue();
    }

    [Fact]
    public async Task Nobody_deletes_somebody_who_has_more_rights()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        var role = (await admin.Mutate("mutation { createRole(input: { name: \"Staff office\", basedOn: \"Agent\", grants: [{ permission: \"access.user.manage\", scope: ALL }, { permission: \"access.user.read\", scope: ALL }] }) { role { key } errors { message } } }")).GetProperty("role").Text("key")!;
        await admin.Mutate(Admin, new { input = new { name = "Office", email = "office@example.com", password = TestServer.Password, roles = new[] { role }, teamIds = Array.Empty<string>() } });
        var office = await server.SignIn("office@example.com", TestServer.Password);
        (await office.Refused(People.Delete, new { input = new { userId = admin.Me.Id() } })).Text("code").ShouldBe("NOT_ALLOWED");
        (await office.Send("query($id: ID!) { userWork(userId: $id) { kind } }", new { id = admin.Me.Id() })).ToString().ShouldContain("NOT_ALLOWED");
    }
}
