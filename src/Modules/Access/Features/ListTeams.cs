using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Access;

internal static class ListTeams
{
    public static async Task<IReadOnlyList<Team>> Run(CrmDb db, CancellationToken ct) =>
        await db.Teams.AsNoTracking().OrderBy(t => t.NameKey).ToListAsync(ct);
}
