using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace ServiceCrm.Platform.Data;

/// <summary>Takes personal values out of the audit trail: who changed which field and when stays, what it was and became goes.</summary>
public static class AuditErasure
{
    private const int Batch = 500;

    /// <summary>Blanks the values of these aggregates. Run it in the transaction of the erasure, after its last save.</summary>
    /// <param name="db">The context.</param>
    /// <param name="entity">The type of the aggregates, as audit entries name it.</param>
    /// <param name="ids">Their keys.</param>
    /// <param name="kept">The fields whose values tell nothing of a person and stay, such as a status.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>how many entries lost values</returns>
    public static async Task<int> BlankAudit(this CrmDb db, string entity, IReadOnlyCollection<Guid> ids, IReadOnlySet<string> kept, CancellationToken ct)
    {
        var blanked = 0;
        foreach (var some in ids.Chunk(Batch))
        {
            var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Entity == entity && some.Contains(e.EntityId) && e.Changes != "[]").ToListAsync(ct);
            foreach (var entry in entries)
            {
                var changes = entry.ReadChanges();
                var blank = changes.Select(c => kept.Contains(c.Field) ? c : c with { From = null, To = null }).ToList();
                if (!blank.SequenceEqual(changes))
                {
                    var json = JsonSerializer.Serialize(blank, JsonSerializerOptions.Web);
                    blanked += await db.AuditEntries.Where(e => e.Id == entry.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Changes, json), ct);
                }
            }
        }

        return blanked;
    }
}
