using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Events;

/// <summary>Turns the events of the changed aggregates into outbox rows, one for each reaction.</summary>
internal static class OutboxWriter
{
    /// <returns>whether anything was written</returns>
    public static bool Write(CrmDb db, IReadOnlyList<EntityEntry> changes, ReactionList reactions, DateTimeOffset now)
    {
        var any = false;
        foreach (var aggregate in changes.Select(e => e.Entity).OfType<Aggregate>())
        {
            foreach (var news in aggregate.PendingEvents)
            {
                foreach (var reaction in reactions.For(news.GetType()))
                {
                    var payload = JsonSerializer.Serialize(news, news.GetType(), EventJson.Options);
                    db.Add(new OutboxMessage(new DeadLetterId(Guid.CreateVersion7(now)), news.GetType().Name, reaction.Name, payload, now));
                    any = true;
                }
            }

            aggregate.ForgetEvents();
        }

        return any;
    }
}
