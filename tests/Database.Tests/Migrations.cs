using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
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

    [Theory]
    [InlineData(DatabaseProvider.Sqlite, "INSERT INTO platform_search_entries (id, kind, owner_id, words) VALUES (1945763876101287710, 'Customer', '0195D000-0000-7000-9B00-BDEFABCDEF1E', 'ANNA')")]
    [InlineData(DatabaseProvider.PostgreSql, "INSERT INTO platform.search_entries (id, kind, owner_id, words) VALUES (1945763876101287710, 'Customer', '0195D000-0000-7000-9B00-BDEFABCDEF1E', 'ANNA')")]
    public async Task Search_entries_of_before_find_their_entity_at_the_upgrade(DatabaseProvider provider, string entry)
    {
        var ct = TestContext.Current.CancellationToken;
        var directory = Directory.CreateTempSubdirectory("servicecrm-words-").FullName;
        var connection = provider == DatabaseProvider.PostgreSql ? await PostgresServer.CreateDatabase() : "";
        try
        {
            await using var app = Build(directory, provider, connection);
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
            await db.GetService<IMigrator>().MigrateAsync("CustomFieldArchive", ct);
            var (table, tags) = provider == DatabaseProvider.Sqlite ? ("customers_customers", "'[]'") : ("customers.customers", "'{{}}'");
            var customer = $"""
                INSERT INTO {table} (id, kind, display_name, display_key, tags, custom, created_at, updated_at, contacted_at, order_count, revenue, version)
                VALUES ('0195D000-0000-7000-9B00-BDEFABCDEF1E', 'Person', 'Anna', 'ANNA', {tags}, '', '2026-01-01 00:00:00', '2026-01-01 00:00:00', '1970-01-01 00:00:00', 0, '[]', 1)
                """;
            await db.Database.ExecuteSqlRawAsync(customer, ct);
            await db.Database.ExecuteSqlRawAsync(entry, ct);

            await DatabaseStart.Upgrade(app.Services, ct);

            (await db.Database.SqlQueryRaw<Guid>(provider == DatabaseProvider.Sqlite ? "SELECT entity_id AS \"Value\" FROM platform_search_entries" : "SELECT entity_id AS \"Value\" FROM platform.search_entries").ToListAsync(ct))
                .ShouldBe([Guid.Parse("0195d000-0000-7000-9b00-bdefabcdef1e")]);
            if (provider == DatabaseProvider.Sqlite)
            {
                (await db.Database.SqlQueryRaw<int>("SELECT count(*) AS \"Value\" FROM platform_search_words WHERE platform_search_words MATCH '\"AN\"*'").ToListAsync(ct)).ShouldBe([1]);
            }
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
