using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Search;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Data;

/// <summary>What every save does before it writes, in order: versions, audit trail, search index, outbox, change feed.</summary>
public sealed class SaveSteps(TimeProvider clock, WriteGate gate, ReactionList reactions, OutboxSignal signal, ChangeFeed feed)
{
    internal TimeProvider Clock { get; } = clock;

    internal WriteGate Gate { get; } = gate;

    internal async Task Before(CrmDb db, CancellationToken ct)
    {
        var now = Clock.Now();
        db.ChangeTracker.DetectChanges();
        var changes = db.ChangeTracker.Entries()
            .Where(e => e.State is Microsoft.EntityFrameworkCore.EntityState.Added or Microsoft.EntityFrameworkCore.EntityState.Modified or Microsoft.EntityFrameworkCore.EntityState.Deleted)
            .ToList();
        Versions.Bump(db, changes);
        AuditTrail.Record(db, changes, now);
        SearchIndex.Record(db, changes);
        if (OutboxWriter.Write(db, changes, reactions, now))
        {
            db.AfterCommit(signal.Wake);
        }

        feed.Collect(db, changes);
        if (db.PendingIdempotency is { } key)
        {
            db.PendingIdempotency = null;
            await db.AddAsync(key, ct);
        }
    }
}
