using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

internal static class ListCustomFields
{
    public static async Task<IReadOnlyList<CustomField>> Run(CrmDb db, CancellationToken ct, bool includeArchived = false) =>
        await db.CustomFields.AsNoTracking().Where(f => includeArchived || f.ArchivedAt == null).OrderBy(f => f.Label).ThenBy(f => f.Id).ToListAsync(ct);

    /// <summary>The fields that can be filled, by key.</summary>
    public static async Task<IReadOnlyDictionary<string, CustomField>> InUse(CrmDb db, CancellationToken ct) =>
        await db.CustomFields.AsNoTracking().Where(f => f.ArchivedAt == null).ToDictionaryAsync(f => f.Key, StringComparer.Ordinal, ct);

    /// <summary>Every field by key, also the archived ones: what was mapped stays mapped.</summary>
    public static async Task<IReadOnlyDictionary<string, CustomField>> All(CrmDb db, CancellationToken ct) =>
        await db.CustomFields.AsNoTracking().ToDictionaryAsync(f => f.Key, StringComparer.Ordinal, ct);
}
