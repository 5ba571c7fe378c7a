using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal static class ListExternalLogins
{
    public static async Task<IReadOnlyList<ExternalLogin>> Run(CrmDb db, Caller caller, CancellationToken ct) =>
        await db.ExternalLogins.AsNoTracking().Where(l => l.UserId == caller.UserId).OrderBy(l => l.CreatedAt).ThenBy(l => l.Id).ToListAsync(ct);
}
