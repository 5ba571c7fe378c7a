using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

/// <summary>The known tags; who sees a part of the customers is told only of tags in that part.</summary>
internal static class ListCustomerTags
{
    public static async Task<IReadOnlyList<string>> Run(CrmDb db, CancellationToken ct)
    {
        var customers = db.Customers;
        var tags = db.Caller.Reaches(CustomerPermissions.Read, PermissionScope.All)
            ? db.CustomerTags
            : db.CustomerTags.Where(t => customers.Any(c => c.Tags.Contains(t.Name)));
        return await tags.OrderBy(t => t.Key).Select(t => t.Name).ToListAsync(ct);
    }
}
