using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Events;

/// <summary>Events carry words of what happened (a subject, a name) and must go with the things they tell of.</summary>
public static class OutboxErasure
{
    /// <summary>Whether events about this thing are still on their way: their reactions would write of it again.</summary>
    public static Task<bool> HasWaitingEvents(this CrmDb db, Guid id, CancellationToken ct)
    {
        var key = id.ToString();
        return db.Outbox.AnyAsync(m => m.State == OutboxState.Waiting && m.Payload.Contains(key), ct);
    }

    /// <summary>Removes the events that name one of these things and are delivered or dead.</summary>
    /// <returns>how many</returns>
    public static async Task<int> ForgetEvents(this CrmDb db, IEnumerable<Guid> ids, CancellationToken ct)
    {
        var removed = 0;
        foreach (var id in ids)
        {
            var key = id.ToString();
            removed += await db.Outbox.Where(m => m.State != OutboxState.Waiting && m.Payload.Contains(key)).ExecuteDeleteAsync(ct);
        }

        return removed;
    }
}
