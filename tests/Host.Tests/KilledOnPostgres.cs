using Microsoft.EntityFrameworkCore;
using Npgsql;
using ServiceCrm.Host.Data;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Starts on PostgreSQL: killed in the middle, and several at once.</summary>
public sealed class KilledOnPostgres
{
    [Fact]
    public async Task A_server_killed_while_it_makes_its_schema_is_followed_by_several_that_all_come_up()
    {
        Assert.SkipWhen(PostgresServer.MissingBecause is not null, PostgresServer.MissingBecause ?? "");
        using var folder = new TempFolder();
        var connection = await PostgresServer.CreateDatabase();
        string[] where = ["--Database:Provider", "PostgreSql", "--Database:ConnectionString", connection];
        await using (var first = HostProcess.Server(folder.Path, where))
        {
            await UntilItMigrates(connection, first);
            await first.Kill();
        }

        var nodes = Enumerable.Range(0, 2).Select(_ => HostProcess.Server(folder.Path, where)).ToList();
        try
        {
            foreach (var node in nodes)
            {
                using var http = new HttpClient { BaseAddress = await node.Ready() };
                (await http.GetStringAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).ShouldBe("Healthy");
            }

            await using var design = DesignTimeDb.Create(DatabaseProvider.PostgreSql);
            design.Database.SetConnectionString(connection);
            (await design.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
            (await design.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken)).Count().ShouldBe(design.Database.GetMigrations().Count());
        }
        finally
        {
            foreach (var node in nodes)
            {
                await node.DisposeAsync();
            }

            await PostgresServer.DropDatabase(connection);
        }
    }

    /// <summary>The table of applied migrations is made first; from then on the migrations run.</summary>
    private static async Task UntilItMigrates(string connection, HostProcess server)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
        using var limit = new CancellationTokenSource(HostProcess.Limit);
        while (!server.HasExited)
        {
            await using var command = source.CreateCommand("SELECT count(*) FROM pg_class WHERE relname = '__EFMigrationsHistory'");
            if ((long)(await command.ExecuteScalarAsync(limit.Token))! > 0)
            {
                return;
            }

            await tick.WaitForNextTickAsync(limit.Token);
        }
    }
}
