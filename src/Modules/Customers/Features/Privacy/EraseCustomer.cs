using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Search;

namespace ServiceCrm.Customers;

/// <summary>Takes a customer out of this module for good. Kept: that something was changed and when, and hashes to recognise the addresses.</summary>
internal static class EraseCustomer
{
    private static readonly HashSet<string> NoValues = [];

    public static async Task<ErasureReport> Run(CustomerId id, ErasureNotice notice, CrmDb db, Suppression suppression, CancellationToken ct)
    {
        var exports = await LoseExports(id, db, ct);
        if (await db.Customers.AsSingleQuery().FirstOrDefaultAsync(c => c.Id == id, ct) is not { } customer)
        {
            return new ErasureReport([], exports);
        }

        var suppressed = await suppression.Add([.. notice.Emails, .. notice.Phones], SuppressionReason.Erased, notice.At, ct);
        var notes = await db.CustomerNotes.Where(n => n.CustomerId == id).Select(n => n.Id).ToListAsync(ct);
        var orders = await db.Orders.Where(o => o.CustomerId == id).Select(o => o.Id).ToListAsync(ct);
        var counted = await Count(customer, db, ct);
        await ForgetTags(customer, db, ct);
        await db.ForgetWords(Customer.SearchedAs, id.Value, ct);
        await DeleteCustomer.Remove(db, [customer], notice.At, ct);
        await db.SaveChangesAsync(ct);
        var blanked = await db.BlankAudit(nameof(Customer), [id.Value], NoValues, ct)
            + await db.BlankAudit(nameof(CustomerNote), [.. notes.Select(n => n.Value)], NoValues, ct)
            + await db.BlankAudit(nameof(Order), [.. orders.Select(o => o.Value)], NoValues, ct);
        var events = await db.ForgetEvents([id.Value], ct);
        return new ErasureReport(
            [
                new ErasedThing("customer", Removed: 1), .. counted, new ErasedThing("notes", notes.Count), new ErasedThing("orders", orders.Count), new ErasedThing("exports", exports.Count),
                new ErasedThing("history", Anonymised: blanked), new ErasedThing("events", events), new ErasedThing("suppressed", Kept: suppressed, Why: suppressed > 0 ? "suppression" : null),
            ],
            exports);
    }

    private static async Task<IReadOnlyList<ErasedThing>> Count(Customer customer, CrmDb db, CancellationToken ct) =>
    [
        new("contactPoints", customer.ContactPoints.Count),
        new("customValues", customer.Custom.Keys.Count),
        new("timeline", await db.Timeline.CountAsync(t => t.CustomerId == customer.Id, ct)),
        new("beforeImports", await db.BeforeImages.CountAsync(b => b.CustomerId == customer.Id, ct)),
    ];

    /// <summary>A tag that nobody else has may be a name.</summary>
    private static async Task ForgetTags(Customer customer, CrmDb db, CancellationToken ct)
    {
        foreach (var tag in customer.Tags)
        {
            if (!await db.Customers.AnyAsync(c => c.Id != customer.Id && c.Tags.Contains(tag), ct))
            {
                await db.CustomerTags.Where(t => t.Name == tag).ExecuteDeleteAsync(ct);
            }
        }
    }

    /// <summary>Exports of the customer's data that were made before; those that were not are over.</summary>
    private static async Task<IReadOnlyList<ReleasedContent>> LoseExports(CustomerId id, CrmDb db, CancellationToken ct)
    {
        var exports = await db.PrivacyRequests.Where(r => r.CustomerId == id && r.Kind == PrivacyKind.Export).ToListAsync(ct);
        var released = await db.RemoveFiles(PrivacyRequestId.TypeName, [.. exports.Select(r => r.Id.Value)], ct);
        foreach (var export in exports)
        {
            export.LoseFile([]);
        }

        return released;
    }
}
