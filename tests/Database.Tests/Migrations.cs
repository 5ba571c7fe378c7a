using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Host;
using ServiceCrm.Host.Data;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Database.Tests;

/// <summary>The same story of migrations on each engine, and starts that nothing can spoil.</summary>
public sealed class Migrations
{
    [Theory]
    [InlineData(DatabaseProvider.Sqlite)]
    [InlineData(DatabaseProvider.PostgreSql)]
    [InlineData(DatabaseProvider.SqlServer)]
    public void The_migrations_match_the_model(DatabaseProvider provider)
    {
        using var db = DesignTimeDb.Create(provider);
        db.Database.GetMigrations().Count().ShouldBeGreaterThanOrEqualTo(2);
        db.Database.HasPendingModelChanges().ShouldBeFalse("run db/add-migration.sh with a name");
    }

    [Theory]
    [EachEngine]
    public async Task Four_servers_that_start_at_once_on_an_empty_database_all_come_up(DatabaseProvider provider)
    {
        var directory = Directory.CreateTempSubdirectory("servicecrm-start-").FullName;
        var connection = provider switch
        {
            DatabaseProvider.PostgreSql => await PostgresServer.CreateDatabase(),
            DatabaseProvider.SqlServer => SqlServerDatabase.Create(),
            _ => "",
        };
        try
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Upgrade(directory, provider, connection))));
            await using var app = Build(directory, provider, connection);
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
            (await db.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken)).ShouldBeEmpty();
            (await db.Database.GetAppliedMigrationsAsync(TestContext.Current.CancellationToken)).Count().ShouldBe(db.Database.GetMigrations().Count());
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_upgrade_does_not_stop_the_next_start()
    {
        var directory = Directory.CreateTempSubdirectory("servicecrm-stale-").FullName;
        try
        {
            await Upgrade(directory, DatabaseProvider.Sqlite, "");
            await using (var connection = new SqliteConnection($"Data Source={Path.Combine(directory, "servicecrm.db")}"))
            {
                await connection.OpenAsync(TestContext.Current.CancellationToken);
                await using var plant = connection.CreateCommand();
                plant.CommandText = """
                    CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" ("Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                    INSERT OR REPLACE INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2020-01-01 00:00:00');
                    DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" LIKE '%SearchWords';
                    DROP TRIGGER platform_search_entries_changed; DROP TRIGGER platform_search_entries_removed; DROP TRIGGER platform_search_entries_added;
                    DROP TABLE platform_search_words;
                    """;
                await plant.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
            }

            await Upgrade(directory, DatabaseProvider.Sqlite, "").WaitAsync(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            Directory.Delete(directory, recursive: true);
        }
    }

    private static async Task Upgrade(string directory, DatabaseProvider provider, string connection)
    {
        await using var app = Build(directory, provider, connection);
        await DatabaseStart.Upgrade(app.Services, CancellationToken.None);
    }

    private static Microsoft.AspNetCore.Builder.WebApplication Build(string directory, DatabaseProvider provider, string connection) => Server.Build([], builder =>
    {
        builder.Configuration["DataDirectory"] = directory;
        builder.Configuration["Database:Provider"] = provider.ToString();
        builder.Configuration["Database:ConnectionString"] = connection;
        builder.Configuration["Logging:LogLevel:Default"] = "Error";
    });
}
