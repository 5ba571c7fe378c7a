using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Forgets one-time links a month after they ended, and requests for passwords after a week; both are in the security log.</summary>
internal static class ForgetLinks
{
    public static async Task Run(CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var (monthAgo, weekAgo) = (clock.Now().AddDays(-30), clock.Now().AddDays(-7));
        await db.InTransaction(() => db.OneTimeLinks.Where(l => l.ExpiresAt < monthAgo).ExecuteDeleteAsync(ct), ct);
        await db.InTransaction(() => db.ResetRequests.Where(r => r.At < weekAgo).ExecuteDeleteAsync(ct), ct);
    }
}
