using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Mail;

/// <summary>Takes due mails for one node under a lease, as the outbox does; each claim raises the fencing token.</summary>
internal static class MailClaims
{
    public static Task<List<SentMail>> Take(CrmDb db, string node, int count, TimeSpan lease, DateTimeOffset now, CancellationToken ct) => db.InWriteGate(
        async () =>
        {
            var (at, until) = (now.UtcDateTime, (now + lease).UtcDateTime);
            var claimed = Engine.Of(db) switch
            {
                DatabaseProvider.PostgreSql => db.Mails.FromSql($"""
                    UPDATE platform.mails SET state = 'Claimed', due_at = {until}, claimed_at = {at}, claimed_by = {node}, fence = fence + 1
                    WHERE id IN (SELECT id FROM platform.mails WHERE due_at <= {at} ORDER BY due_at, id LIMIT {count} FOR UPDATE SKIP LOCKED) RETURNING *
                    """),
                DatabaseProvider.SqlServer => db.Mails.FromSql($"""
                    UPDATE m SET state = 'Claimed', due_at = {until}, claimed_at = {at}, claimed_by = {node}, fence = fence + 1 OUTPUT inserted.*
                    FROM (SELECT TOP ({count}) * FROM platform.mails WITH (UPDLOCK, READPAST, ROWLOCK) WHERE due_at <= {at} ORDER BY due_at, id) m
                    """),
                _ => db.Mails.FromSql($"""
                    UPDATE platform_mails SET state = 'Claimed', due_at = {until}, claimed_at = {at}, claimed_by = {node}, fence = fence + 1
                    WHERE id IN (SELECT id FROM platform_mails WHERE due_at <= {at} ORDER BY due_at, id LIMIT {count}) RETURNING *
                    """),
            };
            return (await claimed.AsNoTracking().ToListAsync(ct)).OrderBy(m => m.PlannedAt).ThenBy(m => m.Id.Value).ToList();
        },
        ct);

    /// <summary>Lets go of claims whose try has not begun; whoever comes next may take them at once.</summary>
    public static Task<int> GiveBack(CrmDb db, IQueryable<SentMail> claims, DateTimeOffset now) => db.InWriteGate(
        () => claims.Where(m => m.State == MailState.Claimed).ExecuteUpdateAsync(
            set => set.SetProperty(m => m.State, m => m.UnclearEnds > 0 ? MailState.Unknown : MailState.Planned)
                .SetProperty(m => m.DueAt, now)
                .SetProperty(m => m.ClaimedBy, (string?)null)
                .SetProperty(m => m.Fence, m => m.Fence + 1),
            CancellationToken.None),
        CancellationToken.None);
}
