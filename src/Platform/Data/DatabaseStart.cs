using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServiceCrm.Platform.Data;

/// <summary>
/// Brings the database to the schema of this version. Safe with several nodes starting at once and after a kill in the
/// middle: one node migrates, the others wait; a lock that a killed process left behind is cleared.
/// </summary>
public static class DatabaseStart
{
    private const long UpgradeLock = 7_370_219_035;

    public static async Task Upgrade(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        var log = scope.ServiceProvider.GetRequiredService<ILogger<CrmDb>>();
        if (Engine.Of(db) == DatabaseProvider.Sqlite)
        {
            await using var mine = await LockFile(db, ct);
            await ClearStaleLock(db, ct);
            await Migrate(db, log, ct);
        }
        else
        {
            await using var mine = await ServerLock(db, scope.ServiceProvider.GetRequiredService<IOptions<DatabaseOptions>>().Value, ct);
            await Migrate(db, log, ct);
        }
    }

    /// <summary>
    /// On PostgreSQL a lock of the session, which ends with it. EF's own lock is on the table of applied migrations, which is
    /// not there yet when several nodes meet an empty database; SQL Server's is a lock by name and needs no help.
    /// </summary>
    private static async Task<IAsyncDisposable?> ServerLock(CrmDb db, DatabaseOptions options, CancellationToken ct)
    {
        if (Engine.Of(db) != DatabaseProvider.PostgreSql || !await db.Database.CanConnectAsync(ct))
        {
            return null;
        }

        var connection = new Npgsql.NpgsqlConnection(new Npgsql.NpgsqlConnectionStringBuilder(options.ConnectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        await using var take = new Npgsql.NpgsqlCommand($"SELECT pg_try_advisory_lock({UpgradeLock})", connection);
        using var wait = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!(bool)(await take.ExecuteScalarAsync(ct))!)
        {
            await wait.WaitForNextTickAsync(ct);
        }

        return connection;
    }

    /// <summary>The connection string to use: on SQLite a file in the data directory unless one is given.</summary>
    public static string ConnectionString(DatabaseOptions options, string dataDirectory) =>
        options.ConnectionString.Length > 0 || options.Provider != DatabaseProvider.Sqlite
            ? options.ConnectionString
            : new SqliteConnectionStringBuilder { DataSource = Path.Combine(dataDirectory, "servicecrm.db"), Pooling = true }.ToString();

    /// <summary>The database file on SQLite; null on the servers and for a database in memory.</summary>
    public static string? File(DatabaseOptions options, string dataDirectory) =>
        options.Provider == DatabaseProvider.Sqlite ? File(ConnectionString(options, dataDirectory)) : null;

    private static string? File(string? connectionString)
    {
        var path = new SqliteConnectionStringBuilder(connectionString).DataSource;
        return path.Length == 0 || path.StartsWith(':') ? null : path;
    }

    private static async Task Migrate(CrmDb db, ILogger log, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var pending = (await db.Database.GetPendingMigrationsAsync(ct)).ToList();
                if (pending.Count > 0)
                {
                    if (log.IsEnabled(LogLevel.Information))
                    {
                        log.LogInformation("Bringing the database to the current schema: {Migrations}", string.Join(", ", pending));
                    }

                    await db.Database.MigrateAsync(ct);
                }

                return;
            }
            catch (Npgsql.PostgresException race) when (race.SqlState is "42P04" or "23505" or "42P06" or "42P07" && attempt < 5)
            {
                // Another node created the database or the history table in the same moment; look again.
                log.LogInformation("Another node is preparing the database; looking again");
            }
        }
    }

    private static async Task<FileStream?> LockFile(CrmDb db, CancellationToken ct)
    {
        if (File(db.Database.GetConnectionString()) is not { } path)
        {
            return null;
        }

        using var wait = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (true)
        {
            if (FileLock.TryTake(path + ".upgrade-lock") is { } mine)
            {
                return mine;
            }

            await wait.WaitForNextTickAsync(ct);
        }
    }

    private static async Task ClearStaleLock(CrmDb db, CancellationToken ct)
    {
        if (!await db.Database.CanConnectAsync(ct))
        {
            return;
        }

        var there = await db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM sqlite_master WHERE name = '__EFMigrationsLock'").SingleAsync(ct);
        if (there > 0)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"__EFMigrationsLock\"", ct);
        }
    }
}
