using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record CancelPrivacyRequestInput(PrivacyRequestId PrivacyRequestId);

internal static class CancelPrivacyRequest
{
    public static async Task<PrivacyRequest> Run(CancelPrivacyRequestInput input, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var request = await db.PrivacyRequests.FirstOrDefaultAsync(r => r.Id == input.PrivacyRequestId, ct).OrNotFound("The privacy request");
        request.Cancel(clock.Now());
        db.Log(RecordedWish.News(SecurityEvents.PrivacyCancelled, request));
        await db.SaveChangesAsync(ct);
        return request;
    }
}
