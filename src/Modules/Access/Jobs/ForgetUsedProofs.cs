using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Removes what was noted against a second use, once the thing is too old to be used at all.</summary>
internal static class ForgetUsedProofs
{
    public static async Task Run(CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        await db.InTransaction(() => db.UsedProofs.Where(p => p.ExpiresAt < now).ExecuteDeleteAsync(ct), ct);
    }
}
