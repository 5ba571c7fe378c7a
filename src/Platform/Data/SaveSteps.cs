using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Search;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Data;

/// <summary>What every save does before it writes, in order: versions, audit trail, search index, outbox, change feed.</summary>
public sealed class SaveSteps(TimeProvider clock, WriteGate gate, ReactionList reactions, OutboxSignal signal, ChangeFeed feed, MailDesk mail)
{
    internal TimeProvider Clock { get; } = clock;

    internal WriteGate Gate { get; } = gate;

    internal MailDesk Mail { get; } = mail;

    /// <summary>What goes with a new row that is written past the change tracker: audit entry and outbox messages.</summary>
    internal IEnumerable<object> With(CrmDb db, object added)
    {
        if (added is Aggregate aggregate)
        {
            var now = Clock.Now();
            yield return AuditTrail.Created(db, added, now);
            foreach (var message in OutboxWriter.Messages(aggregate, reactions, now))
            {
                yield return message;
            }
        }
    }

    /// <summary>Wakes the relay once the running transaction has committed.</summary>
    internal void WakeRelayAfterCommit(CrmDb db) => db.AfterCommit(signal.Wake);

    internal void Before(CrmDb db)
    {
        var now = Clock.Now();
        db.ChangeTracker.DetectChanges();
        var changes = db.ChangeTracker.Entries()
            .Where(e => e.State is Microsoft.EntityFrameworkCore.EntityState.Added or Microsoft.EntityFrameworkCore.EntityState.Modified or Microsoft.EntityFrameworkCore.EntityState.Deleted)
            .ToList();
        if (changes.Any(e => e.Entity is Security.SecurityEntry && e.State != Microsoft.EntityFrameworkCore.EntityState.Added))
        {
            throw new InvalidOperationException("The security log is only ever appended to.");
        }

        var parts = AggregateParts.Of(db, changes);
        changes.AddRange(Versions.Bump(changes, parts));
        AuditTrail.Record(db, changes, parts, now);
        SearchIndex.Record(db, changes);
        if (OutboxWriter.Write(db, changes, reactions, now))
        {
            db.AfterCommit(signal.Wake);
        }

        if (changes.Any(e => e.Entity is SentMail { State: MailState.Planned } due && due.DueAt <= now))
        {
            db.AfterCommit(Mail.Wake);
        }

        feed.Collect(db, changes);
        db.AddIdempotency();
    }
}
