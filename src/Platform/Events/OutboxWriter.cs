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
        var messages = changes.Select(e => e.Entity).OfType<Aggregate>().SelectMany(a => Messages(a, reactions, now)).ToList();
        db.AddRange(messages);
        return messages.Count > 0;
    }

    /// <summary>The messages of the events that one aggregate has raised since its last save; it forgets them.</summary>
    public static IEnumerable<OutboxMessage> Messages(Aggregate aggregate, ReactionList reactions, DateTimeOffset now)
    {
        var events = aggregate.PendingEvents;
        aggregate.ForgetEvents();
        return events.SelectMany(news => reactions.For(news.GetType()).Select(reaction => new OutboxMessage(
            OutboxKeys.Next(now),
            news.GetType().Name,
            reaction.Name,
            JsonSerializer.Serialize(news, news.GetType(), EventJson.Options),
            now)));
    }
}
