using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

internal static class ListCustomFields
{
    public static async Task<IReadOnlyList<CustomField>> Run(CrmDb db, CancellationToken ct) =>
        await db.CustomFields.AsNoTracking().OrderBy(f => f.Label).ThenBy(f => f.Id).ToListAsync(ct);
}
