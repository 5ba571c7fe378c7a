using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Events;

/// <summary>What administrators see of events that could not be delivered.</summary>
internal static class DeadLetters
{
    public static Task<Page<OutboxMessage>> Search(PageArgs page, CrmDb db, CancellationToken ct) =>
        db.Outbox.AsNoTracking().Where(m => m.State == OutboxState.Dead).ToPage(page, m => m.CreatedAt, m => m.Id, descending: true, ct);

    public static Task<IReadOnlyDictionary<DeadLetterId, OutboxMessage>> ByIds(IReadOnlyList<DeadLetterId> ids, CrmDb db, CancellationToken ct) =>
        db.Outbox.AsNoTracking().Where(m => m.State == OutboxState.Dead && ids.Contains(m.Id)).ById(m => m.Id, ct);

    public static async Task<OutboxMessage> Replay(ReplayDeadLetterInput input, CrmDb db, OutboxSignal signal, TimeProvider clock, CancellationToken ct)
    {
        var message = await db.Outbox.FirstOrDefaultAsync(m => m.Id == input.DeadLetterId, ct).OrNotFound("This message");
        message.Replay(clock.Now());
        db.Log(new SecurityNews(SecurityEvents.DeadLetterReplayed, DeadLetterId.TypeName, message.Id.Value, $"{message.Reaction}"));
        db.AfterCommit(signal.Wake);
        await db.SaveChangesAsync(ct);
        return message;
    }
}

internal sealed record ReplayDeadLetterInput(DeadLetterId DeadLetterId);
