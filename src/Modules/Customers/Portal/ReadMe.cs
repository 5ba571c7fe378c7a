using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record MyCustomer(CustomerId Id, string Name, string? Language, string? TimeZone, ContactMethod? PreferredContactMethod);

internal sealed record MySession(PortalSessionId Id, bool Current, string? UserAgent, DateTimeOffset CreatedAt, DateTimeOffset LastSeenAt);

internal sealed record Me(string Address, string Name, IReadOnlyList<MyCustomer> Customers, IReadOnlyList<MySession> Sessions);

internal static class ReadMe
{
    private const int MostSessions = 50;

    public static async Task<Me?> Run(CrmDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        if (caller.Portal is not { } portal)
        {
            return null;
        }

        var now = clock.Now();
        var customers = await db.Customers.OrderBy(c => c.CreatedAt).ThenBy(c => c.Id)
            .Select(c => new MyCustomer(c.Id, c.DisplayName, c.Language, c.TimeZone, c.PreferredContactMethod)).ToListAsync(ct);
        var sessions = await db.PortalSessions.AsNoTracking().Where(s => s.EndedAt == null && s.ExpiresAt > now).OrderByDescending(s => s.LastSeenAt).Take(MostSessions).ToListAsync(ct);
        return new Me(
            portal.Address, customers.Count > 0 ? customers[0].Name : portal.Name, customers,
            [.. sessions.Select(s => new MySession(s.Id, s.Id.Value == portal.Session, s.UserAgent, s.CreatedAt, s.LastSeenAt))]);
    }
}
