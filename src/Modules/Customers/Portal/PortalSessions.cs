using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>
/// Whether a session on the portal stands, and whom it speaks for: every customer that has the proven address now. Read from the
/// database for each request, so that an address taken away or a customer deleted ends it at once on every node.
/// </summary>
internal sealed class PortalSessions(CrmDb db, TimeProvider clock)
{
    /// <summary>An address that more customers share is a role address; the oldest of them are enough.</summary>
    private const int MostCustomers = 50;

    private const int LongestName = 200;

    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    /// <returns>null when there is no such session, or nobody has the address any more</returns>
    public async Task<PortalRights?> Find(string token, CancellationToken ct)
    {
        var now = clock.Now();
        var hash = PortalSignIn.HashOf(token);
        var session = await Everybodys.AsNoTracking().FirstOrDefaultAsync(s => s.TokenHash == hash, ct);
        if (session?.Stands(now) != true || await RightsOf(session, ct) is not { } rights)
        {
            return null;
        }

        if (now - session.LastSeenAt > SeenEvery)
        {
            await db.InTransaction(() => Everybodys.Where(s => s.Id == session.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeenAt, now), ct), ct);
        }

        return rights;
    }

    /// <returns>null when nobody has the address</returns>
    public async Task<PortalRights?> RightsOf(PortalSession session, CancellationToken ct)
    {
        var customers = await With(db, session.AddressKey).OrderBy(c => c.CreatedAt).ThenBy(c => c.Id).Take(MostCustomers).Select(c => new { c.Id, c.DisplayName }).ToListAsync(ct);
        return customers.Count == 0 ? null : new PortalRights(session.Id.Value, session.AddressKey, NameOf(customers[0].DisplayName), [.. customers.Select(c => c.Id.Value)]);
    }

    /// <summary>
    /// The customers for whom an address speaks: those that have exactly it among their own. The filter is left aside, because who
    /// signs in is nobody yet.
    /// </summary>
    public static IQueryable<Customer> With(CrmDb db, string addressKey) => db.Customers.IgnoreQueryFilters([CustomersTables.Visible])
        .Where(c => c.ContactPoints.Any(p => p.Kind == ContactPointKind.Email && p.Key == addressKey));

    // History names who acted to everybody who sees the thing, so contact data must not stand in for a name there.
    private static string NameOf(string displayName) => ContactText.IsContact(displayName) ? Caller.Customer.Name : SafeText.Cut(displayName, LongestName);

    private IQueryable<PortalSession> Everybodys => db.PortalSessions.IgnoreQueryFilters([CustomersTables.Visible]);
}
