using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record EndPortalSessionsInput(CustomerId CustomerId);

internal sealed record EndPortalSessionsPayload(Customer? Customer, int? Ended);

/// <summary>Signs a customer out of the portal everywhere, and makes codes and links that are on their way void.</summary>
internal static class EndPortalSessions
{
    public static async Task<EndPortalSessionsPayload> Run(EndPortalSessionsInput input, CrmDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var customer = await db.Customers.AsNoTracking().AsSingleQuery().FirstOrDefaultAsync(c => c.Id == input.CustomerId, ct).OrNotFound("The customer");
        caller.Require(CustomerPermissions.Write, customer);
        var now = clock.Now();
        var addresses = customer.ContactPoints.Where(p => p.Kind == ContactPointKind.Email).Select(p => p.Key).ToList();
        var ended = await db.InTransaction(
            async () =>
            {
                await db.PortalSignIns.IgnoreQueryFilters([CustomersTables.Visible]).Where(a => addresses.Contains(a.AddressKey) && a.EndedAt == null)
                    .ExecuteUpdateAsync(set => set.SetProperty(a => a.EndedAt, now), ct);
                var sessions = await db.PortalSessions.IgnoreQueryFilters([CustomersTables.Visible]).Where(s => addresses.Contains(s.AddressKey) && s.EndedAt == null && s.ExpiresAt > now)
                    .ExecuteUpdateAsync(set => set.SetProperty(s => s.EndedAt, now), ct);
                db.Log(new SecurityNews(SecurityEvents.PortalSessionsEnded, CustomerId.TypeName, customer.Id.Value, customer.DisplayName));
                await db.SaveChangesAsync(ct);
                return sessions;
            },
            ct);
        return new EndPortalSessionsPayload(customer, ended);
    }
}
