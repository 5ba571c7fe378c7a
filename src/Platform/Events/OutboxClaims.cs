using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Events;

/// <summary>
/// Takes due messages for one node under a lease. A lease, not a lock: nothing is held in the database while a
/// reaction talks to the outside world, and the messages of a dead node come free by themselves.
/// </summary>
internal static class OutboxClaims
{
    public static Task<List<OutboxMessage>> Take(CrmDb db, string node, int count, TimeSpan lease, DateTimeOffset now, CancellationToken ct) => db.InWriteGate(
        async () =>
        {
            var until = now + lease;
            var claimed = Engine.Of(db) switch
            {
                DatabaseProvider.PostgreSql => db.Outbox.FromSql($"""
                    UPDATE platform.outbox_messages SET available_at = {until.UtcDateTime}, locked_by = {node}, attempts = attempts + 1
                    WHERE id IN (SELECT id FROM platform.outbox_messages WHERE state = 'Waiting' AND available_at <= {now.UtcDateTime}
                                 ORDER BY available_at, id LIMIT {count} FOR UPDATE SKIP LOCKED) RETURNING *
                    """),
                DatabaseProvider.SqlServer => db.Outbox.FromSql($"""
                    UPDATE m SET available_at = {until.UtcDateTime}, locked_by = {node}, attempts = attempts + 1 OUTPUT inserted.*
                    FROM (SELECT TOP ({count}) * FROM platform.outbox_messages WITH (UPDLOCK, READPAST, ROWLOCK)
                          WHERE state = 'Waiting' AND available_at <= {now.UtcDateTime} ORDER BY available_at, id) m
                    """),
                _ => db.Outbox.FromSql($"""
                    UPDATE platform_outbox_messages SET available_at = {until.UtcDateTime}, locked_by = {node}, attempts = attempts + 1
                    WHERE id IN (SELECT id FROM platform_outbox_messages WHERE state = 'Waiting' AND available_at <= {now.UtcDateTime}
                                 ORDER BY available_at, id LIMIT {count}) RETURNING *
                    """),
            };
            return (await claimed.AsNoTracking().ToListAsync(ct)).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id.Value).ToList();
        },
        ct);

    /// <summary>Lets go of claims; whoever comes next may take them at once.</summary>
    /// <param name="db">The context.</param>
    /// <param name="claims">Which.</param>
    /// <param name="untried">How many tries of each did not take place and shall not count.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Stops the statement.</param>
    public static Task<int> GiveBack(CrmDb db, IQueryable<OutboxMessage> claims, int untried, DateTimeOffset now, CancellationToken ct) => db.InWriteGate(
        () => claims.Where(m => m.State == OutboxState.Waiting).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.AvailableAt, now).SetProperty(m => m.LockedBy, (string?)null).SetProperty(m => m.Attempts, m => m.Attempts - untried),
            ct),
        ct);
}
