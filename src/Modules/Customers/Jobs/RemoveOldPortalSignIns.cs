using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Forgets who wanted to sign in after two days, sessions a year after they were over, and both at once when no customer has the address.</summary>
internal static class RemoveOldPortalSignIns
{
    private const int DaysOfSignIns = 2;
    private const int DaysOfSessions = 365;

    public static async Task Run(CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var (oldest, oldestSession) = (now.AddDays(-DaysOfSignIns), now.AddDays(-DaysOfSessions));
        await db.InTransaction(() => db.PortalSignIns.Where(a => a.CreatedAt < oldest).ExecuteDeleteAsync(ct), ct);
        await db.InTransaction(() => db.PortalSessions.Where(s => s.ExpiresAt < oldestSession || s.EndedAt < oldestSession).ExecuteDeleteAsync(ct), ct);
        await Orphans(db, ct);
    }

    /// <summary>The sessions of addresses that nobody has any more; should somebody get such an address again, it is proven again.</summary>
    public static async Task Orphans(CrmDb db, CancellationToken ct)
    {
        var orphans = db.PortalSessions.Where(s => !db.Set<Customer>().Any(c => c.ContactPoints.Any(p => p.Kind == ContactPointKind.Email && p.Key == s.AddressKey)));
        if (await orphans.AnyAsync(ct))
        {
            await db.InTransaction(() => orphans.ExecuteDeleteAsync(ct), ct);
        }
    }
}
