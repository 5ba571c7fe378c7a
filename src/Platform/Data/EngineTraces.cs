using Microsoft.EntityFrameworkCore;

namespace ServiceCrm.Platform.Data;

/// <summary>
/// What an engine keeps of deleted values outside its tables. On SQLite this process can clean it; on the servers it is the
/// work of their own maintenance (VACUUM, backups).
/// </summary>
public static class EngineTraces
{
    /// <summary>From now on this connection overwrites what it deletes. Run it first in the transaction that deletes.</summary>
    public static Task Overwrite(CrmDb db, CancellationToken ct) => Engine.Of(db) == DatabaseProvider.Sqlite
        ? db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", ct)
        : Task.CompletedTask;

    /// <summary>Merges the full-text index, which otherwise keeps deleted words until it happens to be merged. Run it in the transaction, last.</summary>
    public static Task CompactSearch(CrmDb db, CancellationToken ct) => Engine.Of(db) == DatabaseProvider.Sqlite
        ? db.Database.ExecuteSqlRawAsync("INSERT INTO platform_search_words(platform_search_words) VALUES ('optimize')", ct)
        : Task.CompletedTask;

    /// <summary>
    /// Writes the database anew, without what earlier changes left in free places of its pages, and empties the write-ahead
    /// log as far as no reader needs it. Run it after the commit; nobody else writes meanwhile.
    /// </summary>
    public static async Task Compact(CrmDb db, CancellationToken ct)
    {
        if (Engine.Of(db) == DatabaseProvider.Sqlite)
        {
            using var turn = await db.Steps.Gate.Enter(ct);
            await db.Database.ExecuteSqlRawAsync("VACUUM", ct);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)", ct);
        }
    }
}
