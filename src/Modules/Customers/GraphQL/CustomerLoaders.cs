using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <param name="LastSignedInAt">When a session began last, of those that are still known.</param>
/// <param name="OpenSessions">Browsers that are signed in now.</param>
internal sealed record PortalAccess(DateTimeOffset LastSignedInAt, int OpenSessions);

/// <summary>Loads what GraphQL asks for by id, all of a step in one statement.</summary>
internal static class CustomerLoaders
{
    public static Task<IReadOnlyDictionary<CustomerId, Customer>> Customers(IReadOnlyList<CustomerId> ids, CrmDb db, CancellationToken ct) =>
        db.Customers.AsNoTracking().AsSingleQuery().Where(c => ids.Contains(c.Id)).ById(c => c.Id, ct);

    public static Task<IReadOnlyDictionary<CustomerNoteId, CustomerNote>> Notes(IReadOnlyList<CustomerNoteId> ids, CrmDb db, CancellationToken ct) =>
        db.CustomerNotes.AsNoTracking().Where(n => ids.Contains(n.Id)).ById(n => n.Id, ct);

    public static Task<IReadOnlyDictionary<OrderId, Order>> Orders(IReadOnlyList<OrderId> ids, CrmDb db, CancellationToken ct) =>
        db.Orders.AsNoTracking().Where(o => ids.Contains(o.Id)).ById(o => o.Id, ct);

    public static Task<IReadOnlyDictionary<CustomFieldId, CustomField>> Fields(IReadOnlyList<CustomFieldId> ids, CrmDb db, CancellationToken ct) =>
        db.CustomFields.AsNoTracking().Where(f => ids.Contains(f.Id)).ById(f => f.Id, ct);

    public static Task<IReadOnlyDictionary<ImportId, Import>> Imports(IReadOnlyList<ImportId> ids, CrmDb db, CancellationToken ct) =>
        db.Imports.AsNoTracking().Where(i => ids.Contains(i.Id)).ById(i => i.Id, ct);

    public static Task<IReadOnlyDictionary<PrivacyRequestId, PrivacyRequest>> PrivacyRequests(IReadOnlyList<PrivacyRequestId> ids, CrmDb db, CancellationToken ct) =>
        db.PrivacyRequests.AsNoTracking().Where(r => ids.Contains(r.Id)).ById(r => r.Id, ct);

    public static async Task<IReadOnlyDictionary<CustomerId, PortalAccess>> PortalAccess(IReadOnlyList<CustomerId> ids, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var sessions = await db.Customers.Where(c => ids.Contains(c.Id))
            .SelectMany(c => c.ContactPoints.Where(p => p.Kind == ContactPointKind.Email), (c, p) => new { c.Id, p.Key })
            .Join(db.PortalSessions, p => p.Key, s => s.AddressKey, (p, s) => new { p.Id, s.CreatedAt, s.EndedAt, s.ExpiresAt }).ToListAsync(ct);
        return sessions.GroupBy(s => s.Id).ToDictionary(g => g.Key, g => new PortalAccess(g.Max(s => s.CreatedAt), g.Count(s => s.EndedAt is null && now < s.ExpiresAt)));
    }

    public static async Task<ILookup<Customer, CustomValue>> CustomValues(IReadOnlyList<Customer> customers, CrmDb db, CustomFieldCache cache, CancellationToken ct)
    {
        var fields = await cache.With(customers.SelectMany(c => c.Custom.Keys), db, ct);
        return customers
            .SelectMany(c => c.Custom.Keys.Where(key => fields.TryGetValue(key, out var field) && !field.IsArchived).Select(key => (Customer: c, Value: new CustomValue(fields[key], JsonSerializer.SerializeToElement(c.Custom[key])))))
            .ToLookup(x => x.Customer, x => x.Value);
    }
}
