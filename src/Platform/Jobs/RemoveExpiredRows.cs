using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Jobs;

/// <summary>
/// Retention of the platform's own tables: delivered outbox rows after a day, idempotency keys after two, mails after
/// the days of the options, uploads that nothing has claimed after a day, and half-written contents.
/// </summary>
internal static class RemoveExpiredRows
{
    public static async Task Run(CrmDb db, FileStore store, IOptions<MailOptions> mail, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var dayAgo = now.AddDays(-1);
        var twoDaysAgo = now.AddDays(-2);
        await db.InTransaction(() => db.Outbox.Where(m => m.State == OutboxState.Done && m.FinishedAt < dayAgo).ExecuteDeleteAsync(ct), ct);
        await db.InTransaction(() => db.IdempotencyRecords.Where(r => r.CreatedAt < twoDaysAgo).ExecuteDeleteAsync(ct), ct);
        await RemoveMails(db, now, mail.Value.KeepDays, ct);
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

    /// <summary>Mails that are not tried any more. The secrets of those that failed are forgotten sooner: their links have expired by then.</summary>
    private static async Task RemoveMails(CrmDb db, DateTimeOffset now, int keepDays, CancellationToken ct)
    {
        var before = now.AddDays(-keepDays);
        var weekAgo = now.AddDays(-7);
        await db.InTransaction(() => db.Mails.Where(m => m.DueAt == null && m.PlannedAt < before).ExecuteDeleteAsync(ct), ct);
        await db.InTransaction(
            () => db.Mails.Where(m => m.Secret && m.Text != null && m.DueAt == null && m.PlannedAt < weekAgo)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.Text, (string?)null).SetProperty(m => m.Html, (string?)null), ct),
            ct);
    }
}
