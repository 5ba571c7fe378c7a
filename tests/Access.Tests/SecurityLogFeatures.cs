using System.Globalization;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Access.Tests;

/// <summary>The security log: what it tells, and that nobody can change it unseen.</summary>
public sealed class SecurityLogFeatures
{
    [Fact]
    public async Task It_tells_of_sign_ins_people_roles_teams_tokens_and_opened_desks()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        using (var stranger = new GraphQLClient(server.Url))
        {
            using var refused = await stranger.Http.PostAsJsonAsync("/auth/sign-in", new { email = TestServer.AdminEmail, password = "not-the-password" }, TestContext.Current.CancellationToken);
            refused.StatusCode.ShouldBe(System.Net.HttpStatusCode.Unauthorized);
        }

        var agent = await server.As("Agent");
        await admin.Mutate("mutation($id: ID!) { updateUser(input: { userId: $id, roles: [\"Manager\"] }) { errors { message } } }", new { id = agent.Me.Id() });
        await admin.Mutate("mutation { createRole(input: { name: \"Guests\" }) { errors { message } } }");
        var desk = (await admin.Mutate("mutation { createTeam(input: { name: \"Secret\", confidential: true }) { team { id } errors { message } } }")).GetProperty("team").Id();
        await admin.Mutate("mutation($t: ID!) { openConfidentialDesk(input: { teamId: $t, reason: \"Asked by the owner\" }) { errors { message } } }", new { t = desk });
        var secret = (await admin.Mutate("mutation { createAccessToken(input: { name: \"script\" }) { secret errors { message } } }")).Text("secret")!;
        await admin.WithToken(secret).Query("{ viewer { id } }");

        var log = (await admin.Query("{ securityLog(first: 100) { nodes { kind actorName subjectName details address } } }")).GetProperty("securityLog").GetProperty("nodes").EnumerateArray().ToList();
        var kinds = log.Select(e => e.Text("kind")).ToList();
        foreach (var kind in new[] { "signIn.succeeded", "signIn.refused", "user.created", "user.changed", "role.changed", "team.changed", "desk.opened", "token.created", "token.used" })
        {
            kinds.ShouldContain(kind);
        }

        log.First(e => e.Text("kind") == "user.changed").Text("details").ShouldBe("Agent → Manager");
        log.First(e => e.Text("kind") == "desk.opened").Text("details").ShouldBe("Asked by the owner");
        log.First(e => e.Text("kind") == "signIn.succeeded").Text("address").ShouldNotBeNull();
        log.ShouldAllBe(e => !e.ToString().Contains(secret, StringComparison.Ordinal) && !e.ToString().Contains("not-the-password", StringComparison.Ordinal));
        var found = await admin.Query("{ securityLog(filter: { kinds: [\"desk.opened\"], search: \"owner\" }) { totalCount } }");
        found.GetProperty("securityLog").GetProperty("totalCount").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Only_who_may_read_it_reads_it_and_an_export_is_an_entry()
    {
        await using var server = await TestServer.Start();
        var manager = await server.As("Manager");
        (await manager.Send("{ securityLog { totalCount } }")).ToString().ShouldContain("NOT_ALLOWED");
        (await manager.Http.GetAsync(new Uri("/security-log.csv", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
        var admin = await server.AsAdmin();
        var csv = await admin.Http.GetStringAsync(new Uri("/security-log.csv?kind=user.created", UriKind.Relative), TestContext.Current.CancellationToken);
        csv.Split("\r\n").Length.ShouldBe(3, csv);
        csv.ShouldContain(",user.created,");
        (await admin.Query("{ securityLog(first: 1) { nodes { kind } } }")).ToString().ShouldContain("data.exported");
    }

    [Theory, EachEngine]
    public async Task Many_who_write_at_once_make_one_unbroken_chain(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(async () =>
        {
            for (var i = 0; i < 12; i++)
            {
                await server.InScope(async (_, db) =>
                {
                    await db.LogNow(new SecurityNews(SecurityEvents.Exported, Details: $"{writer}.{i}"), CancellationToken.None);
                    return true;
                });
            }
        })));
        var report = await Check(server);
        report.Fault.ShouldBeNull();
        report.Entries.ShouldBeGreaterThanOrEqualTo(96);
        report.Last!.Sequence.ShouldBe(report.Entries);
    }

    [Fact]
    public async Task What_is_rolled_back_leaves_no_entry_and_no_gap()
    {
        await using var server = await TestServer.Start();
        var before = (await Check(server)).Head;
        await Should.ThrowAsync<InvalidOperationException>(() => server.InScope((_, db) => db.InTransaction(
            async () =>
            {
                await db.LogNow(new SecurityNews(SecurityEvents.Exported), CancellationToken.None);
                return Fail();
            },
            CancellationToken.None)));
        (await Check(server)).Head.ShouldBe(before);

        static bool Fail() => throw new InvalidOperationException("rolled back");
    }

    [Fact]
    public async Task It_cannot_be_changed_through_the_context()
    {
        await using var server = await TestServer.Start();
        await Should.ThrowAsync<InvalidOperationException>(() => server.InScope(async (_, db) =>
        {
            db.Remove(await db.SecurityEntries.OrderBy(e => e.Sequence).FirstAsync());
            return await db.SaveChangesAsync();
        }));
    }

    [Theory]
    [InlineData("a changed value", "UPDATE platform_security_log SET details = 'nothing' WHERE sequence = 3", "Entry 3 was changed")]
    [InlineData("a changed time", "UPDATE platform_security_log SET at = '2020-01-01 00:00:00' WHERE sequence = 2", "Entry 2 was changed")]
    [InlineData("a row taken out", "DELETE FROM platform_security_log WHERE sequence = 4", "Entries 4 to 4 are missing")]
    [InlineData("a cut end", "DELETE FROM platform_security_log WHERE sequence > 4", "The end was cut off")]
    [InlineData("a cut beginning", "DELETE FROM platform_security_log WHERE sequence < 3", "Entries before 3 are missing")]
    [InlineData("two swapped", "UPDATE platform_security_log SET sequence = 1000 WHERE sequence = 2; UPDATE platform_security_log SET sequence = 2 WHERE sequence = 3; UPDATE platform_security_log SET sequence = 3 WHERE sequence = 1000", "was changed")]
    [InlineData("one put in", "INSERT INTO platform_security_log (sequence, at, id, actor_id, actor_kind, actor_name, address, details, hash, kind, previous_hash, subject_id, subject_name, subject_type, user_agent) SELECT sequence + 1000, at, id, actor_id, actor_kind, actor_name, address, details, hash, kind, previous_hash, subject_id, subject_name, subject_type, user_agent FROM platform_security_log WHERE sequence = 2", "was changed")]
    public async Task Tampering_is_found(string what, string sql, string fault)
    {
        await using var server = await TestServer.Start();
        for (var i = 0; i < 6; i++)
        {
            await server.As("Agent");
        }

        (await Check(server)).Fault.ShouldBeNull();
        var path = System.IO.Path.Combine(server.DataDirectory, "servicecrm.db");
        await using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0, what);
        }

        (await Check(server)).Fault.ShouldNotBeNull().ShouldContain(fault);
    }

    [Fact]
    public async Task A_log_written_anew_from_the_start_is_found_by_a_head_noted_down_before()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        var noted = (await Check(server)).Head.Split(':');
        await admin.Mutate("mutation { createRole(input: { name: \"Later\" }) { errors { message } } }");
        var sequence = long.Parse(noted[0], CultureInfo.InvariantCulture);
        (await Check(server, (sequence, noted[1]))).Fault.ShouldBeNull();
        (await Check(server, (sequence, noted[1].Replace(noted[1][0], noted[1][0] == '0' ? '1' : '0')))).Fault.ShouldNotBeNull().ShouldContain("written anew");
        (await Check(server, (sequence + 1000, noted[1]))).Fault.ShouldNotBeNull().ShouldContain("missing at the end");
    }

    [Fact]
    public async Task Retention_leaves_a_log_that_can_still_be_proved()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.Start(clock: clock, settings: [("Security:LogRetentionDays", "30")]);
        for (var i = 0; i < 3; i++)
        {
            await server.As("Agent");
        }

        clock.Advance(TimeSpan.FromDays(31));
        await server.As("Agent");
        var before = (await Check(server)).Entries;
        await server.InScope(async (services, db) =>
        {
            await SecurityLogRetention.Run(db, Microsoft.Extensions.Options.Options.Create(new SecurityOptions { LogRetentionDays = 30 }), clock, CancellationToken.None);
            return true;
        });
        var report = await Check(server);
        report.Fault.ShouldBeNull();
        report.Entries.ShouldBeLessThan(before);
        report.First!.Sequence.ShouldBeGreaterThan(1);
        report.Last!.Kind.ShouldBe(SecurityEvents.LogPruned);
    }

    [Fact]
    public async Task Retention_leaves_no_gap_when_the_clock_was_set_back()
    {
        var clock = new FakeClock(new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero));
        await using var server = await TestServer.Start(clock: clock);
        await Write(server, "old");
        clock.Advance(TimeSpan.FromDays(60));
        await Write(server, "young, written before the clock was set back");
        clock.Advance(TimeSpan.FromDays(-60));
        await Write(server, "old by its time, but it follows a young one");
        clock.Advance(TimeSpan.FromDays(60));
        await server.InScope(async (_, db) =>
        {
            await SecurityLogRetention.Run(db, Microsoft.Extensions.Options.Options.Create(new SecurityOptions { LogRetentionDays = 30 }), clock, CancellationToken.None);
            return true;
        });
        var report = await Check(server);
        report.Fault.ShouldBeNull();
        report.First!.Details.ShouldBe("young, written before the clock was set back");
    }

    [Fact]
    public async Task Who_may_only_read_may_export_and_the_export_is_logged()
    {
        await using var server = await TestServer.Start();
        var admin = await server.AsAdmin();
        var secret = (await admin.Mutate("mutation { createAccessToken(input: { name: \"auditor\", readOnly: true }) { secret errors { message } } }")).Text("secret")!;
        var csv = await admin.WithToken(secret).Http.GetStringAsync(new Uri("/security-log.csv", UriKind.Relative), TestContext.Current.CancellationToken);
        csv.ShouldContain("token.created");
        (await admin.Query("{ securityLog(filter: { kinds: [\"data.exported\"] }) { totalCount } }")).GetProperty("securityLog").GetProperty("totalCount").GetInt32().ShouldBe(1);
    }

    private static Task<bool> Write(TestServer server, string details) => server.InScope(async (_, db) =>
    {
        await db.LogNow(new SecurityNews(SecurityEvents.Exported, Details: details), CancellationToken.None);
        return true;
    });

    private static Task<SecurityLogReport> Check(TestServer server, (long, string)? expected = null) =>
        server.InScope((_, db) => SecurityLogCheck.Run(db, expected, CancellationToken.None));
}
