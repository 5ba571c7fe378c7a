using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

internal static class ListCustomerTags
{
    public static async Task<IReadOnlyList<string>> Run(CrmDb db, CancellationToken ct) =>
        await db.CustomerTags.OrderBy(t => t.Key).Select(t => t.Name).ToListAsync(ct);
}
