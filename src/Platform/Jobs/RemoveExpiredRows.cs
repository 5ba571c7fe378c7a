using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Jobs;

/// <summary>
/// Retention of the platform's own tables: delivered outbox rows after a day, idempotency keys after two, uploads that
/// nothing has claimed after a day, and half-written contents.
/// </summary>
internal static class RemoveExpiredRows
{
    public static async Task Run(CrmDb db, FileStore store, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var dayAgo = now.AddDays(-1);
        var twoDaysAgo = now.AddDays(-2);
        await db.InTransaction(() => db.Outbox.Where(m => m.State == OutboxState.Done && m.FinishedAt < dayAgo).ExecuteDeleteAsync(ct), ct);
        await db.InTransaction(() => db.IdempotencyRecords.Where(r => r.CreatedAt < twoDaysAgo).ExecuteDeleteAsync(ct), ct);
        store.RemoveUnfinished(now);
        var abandoned = await db.Files.AsNoTracking().Where(f => f.OwnerKind == null && f.UploadedAt < dayAgo).OrderBy(f => f.UploadedAt).Take(500).ToListAsync(ct);
        foreach (var file in abandoned.Where(f => !store.IsFresh(f.Sha256)))
        {
            await db.InTransaction(() => db.Files.Where(f => f.Id == file.Id && f.OwnerKind == null).ExecuteDeleteAsync(ct), ct);
            if (!await db.Files.AnyAsync(f => f.Sha256 == file.Sha256, ct))
            {
                store.Delete(file.Sha256);
            }
        }
    }
}
