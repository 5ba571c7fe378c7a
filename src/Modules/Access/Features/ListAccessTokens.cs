using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal static class ListAccessTokens
{
    public static async Task<IReadOnlyList<AccessToken>> Run(CrmDb db, Caller caller, CancellationToken ct) =>
        await db.AccessTokens.AsNoTracking().Where(t => t.UserId == caller.UserId).OrderByDescending(t => t.CreatedAt).ToListAsync(ct);
}
