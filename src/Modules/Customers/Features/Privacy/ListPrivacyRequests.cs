using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

internal sealed record PrivacyRequestFilter(PrivacyKind? Kind = null, PrivacyState? State = null, CustomerId? CustomerId = null);

internal static class ListPrivacyRequests
{
    public static Task<Page<PrivacyRequest>> Run(PrivacyRequestFilter? filter, PageArgs page, CrmDb db, CancellationToken ct)
    {
        var requests = db.PrivacyRequests.AsNoTracking();
        if (filter?.Kind is { } kind)
        {
            requests = requests.Where(r => r.Kind == kind);
        }

        if (filter?.State is { } state)
        {
            requests = requests.Where(r => r.State == state);
        }

        if (filter?.CustomerId is { } customer)
        {
            requests = requests.Where(r => r.CustomerId == customer);
        }

        return requests.ToPage(page, r => r.CreatedAt, r => r.Id, descending: true, ct);
    }
}
