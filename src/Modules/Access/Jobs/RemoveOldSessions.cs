using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Forgets sessions a month after they were over; that they were there is in the security log.</summary>
internal static class RemoveOldSessions
{
    private const int DaysKept = 30;

    public static Task Run(CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var oldest = clock.Now().AddDays(-DaysKept);
        return db.InTransaction(() => db.Sessions.Where(s => s.ExpiresAt < oldest || s.EndedAt < oldest).ExecuteDeleteAsync(ct), ct);
    }
}
