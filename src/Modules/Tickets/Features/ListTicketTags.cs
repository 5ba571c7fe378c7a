using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Tickets;

internal static class ListTicketTags
{
    /// <summary>The tags of the newest thousand tickets: what people are likely to want again.</summary>
    public static async Task<IReadOnlyList<string>> Run(CrmDb db, CancellationToken ct)
    {
        var recent = await db.Tickets.AsNoTracking().OrderByDescending(t => t.CreatedAt).Take(1000).Select(t => t.Tags).ToListAsync(ct);
        return [.. recent.SelectMany(t => t).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}
