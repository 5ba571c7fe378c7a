using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

internal static class GetPrivacyRequest
{
    public static Task<PrivacyRequest?> Run(PrivacyRequestId id, CrmDb db, CancellationToken ct) => db.PrivacyRequests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == id, ct);
}
