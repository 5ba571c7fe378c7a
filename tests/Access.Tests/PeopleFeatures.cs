using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>People and teams: who can be added, who sees them.</summary>
public sealed class PeopleFeatures
{
    private const string CreateUser = "mutation($input: CreateUserInput!) { createUser(input: $input) { user { id } errors { code message path } } }";

    [Theory]
    [EachEngine]
    public async Task Two_who_add_the_same_colleague_at_once_make_one_user_and_one_clear_error(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var admin = await server.AsAdmin();
        var team = await admin.Team("Support");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => admin.Query(CreateUser, Input(i % 2 == 0 ? "eve@example.com" : "EVE@example.com", team))));
        var payloads = answers.Select(a => a.GetProperty("createUser")).ToList();
        payloads.Count(p => p.GetProperty("user").ValueKind == JsonValueKind.Object).ShouldBe(1, string.Join('\n', payloads));
        var refused = payloads.Where(p => p.GetProperty("errors").GetArrayLength() > 0).Select(p => p.GetProperty("errors").EnumerateArray().Single()).ToList();
        refused.Count.ShouldBe(3);
        refused.ShouldAllBe(e => e.Text("message") == "Somebody has this e-mail address already." && e.GetProperty("path")[0].GetString() == "email");
        (await server.InScope((_, db) => db.Users.CountAsync(u => u.EmailKey == "eve@example.com"))).ShouldBe(1);
        (await server.InScope((_, db) => db.TeamMembers.CountAsync())).ShouldBe(1);
    }

    [Theory]
    [EachEngine]
    public async Task What_slips_past_the_check_is_caught_by_the_index_and_told_alike(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        await server.InScope(async (services, _) =>
        {
            var twin = User.Create("Eve", EmailAddress.Parse(TestServer.AdminEmail), [Roles.Agent], DateTimeOffset.UnixEpoch);
            var result = await services.GetRequiredService<IUserStore<User>>().CreateAsync(twin, TestContext.Current.CancellationToken);
            result.Errors.ShouldHaveSingleItem().Description.ShouldBe("Somebody has this e-mail address already.");
            return true;
        });
    }

    [Fact]
    public async Task A_new_user_is_one_save_with_teams_and_history()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        var made = await admin.Mutate(CreateUser, Input("eve@example.com", await admin.Team("Support")));
        GlobalId.TryDecode(made.GetProperty("user").Id(), UserId.TypeName, out var id).ShouldBeTrue();
        (await admin.Query("{ users(search: \"eve\") { nodes { teams { name } } } }")).ToString().ShouldContain("Support");
        var entries = await server.InScope((_, db) => db.AuditEntries.Where(e => e.EntityId == id).ToListAsync());
        entries.ShouldHaveSingleItem().Action.ShouldBe("created");
        entries[0].Changes.ShouldBe("[]");
        (await server.InScope((_, db) => db.Users.SingleAsync(u => u.Id == new UserId(id)))).Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_user_leaves_nothing_behind()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        var team = await admin.Team("Support");
        (await admin.Refused(CreateUser, Input(TestServer.AdminEmail, team))).GetProperty("path")[0].GetString().ShouldBe("email");
        (await admin.Refused(CreateUser, Input("eve@example.com", team, password: "short"))).GetProperty("path")[0].GetString().ShouldBe("password");
        (await admin.Refused(CreateUser, Input("no address", team))).GetProperty("path")[0].GetString().ShouldBe("email");
        (await server.InScope((_, db) => db.Users.CountAsync())).ShouldBe(1);
        (await server.InScope((_, db) => db.TeamMembers.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Staff_see_every_team_and_its_people_and_nobody_else_sees_any()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        var support = await admin.Team("Support");
        await admin.Team("Billing");
        var agent = await server.As("Agent", support);
        var teams = (await agent.Query("{ teams { name members { email } } }")).GetProperty("teams");
        teams.EnumerateArray().Select(t => t.Text("name")).ShouldBe(["Billing", "Support"]);
        teams[1].GetProperty("members")[0].Text("email").ShouldBe(agent.Me.Text("email"));
        foreach (var stranger in new[] { Caller.Nobody, Caller.Customer })
        {
            (await server.InScope((_, db) => db.Teams.CountAsync(), stranger)).ShouldBe(0);
            (await server.InScope((_, db) => db.TeamMembers.CountAsync(), stranger)).ShouldBe(0);
            (await server.InScope((_, db) => db.Users.CountAsync(), stranger)).ShouldBe(0);
        }
    }

    [Fact]
    public async Task Identity_finds_a_person_for_a_caller_who_is_nobody_yet()
    {
        await using var server = await TestServer.Start();
        var stranger = await server.InScope(
            async (services, _) =>
            {
                var users = services.GetRequiredService<UserManager<User>>();
                var user = await users.FindByEmailAsync(TestServer.AdminEmail.ToUpperInvariant());
                user.ShouldNotBeNull();
                (await users.FindByIdAsync(user.Id.Value.ToString())).ShouldBeSameAs(user);
                (await users.FindByNameAsync(TestServer.AdminEmail)).ShouldBeSameAs(user);
                return await users.FindByEmailAsync("no address");
            },
            Caller.Nobody);
        stranger.ShouldBeNull();
    }

    [Fact]
    public async Task Identity_writes_by_the_save_that_counts_versions()
    {
        await using var server = await TestServer.Start();
        var (before, after) = await server.InScope(async (services, _) =>
        {
            var users = services.GetRequiredService<UserManager<User>>();
            var user = (await users.FindByEmailAsync(TestServer.AdminEmail))!;
            var (version, stamp) = (user.Version, user.SecurityStamp);
            (await users.UpdateSecurityStampAsync(user)).Succeeded.ShouldBeTrue();
            user.SecurityStamp.ShouldNotBe(stamp);
            return (version, user.Version);
        });
        after.ShouldBe(before + 1);
    }

    [Fact]
    public async Task A_user_that_was_not_read_for_changing_is_not_silently_left_unsaved()
    {
        await using var server = await TestServer.Start();
        await server.InScope(async (services, _) =>
        {
            var stranger = User.Create("Eve", EmailAddress.Parse("eve@example.com"), [Roles.Agent], DateTimeOffset.UnixEpoch);
            await Should.ThrowAsync<InvalidOperationException>(() => services.GetRequiredService<UserManager<User>>().UpdateAsync(stranger));
            return true;
        });
    }

    private static object Input(string email, string team, string password = TestServer.Password) =>
        new { input = new { name = "Eve", email, password, roles = new[] { "Agent" }, teamIds = new[] { team } } };
}
