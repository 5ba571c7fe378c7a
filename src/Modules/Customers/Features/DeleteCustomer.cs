using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record DeleteCustomerInput(CustomerId CustomerId, long? ExpectedVersion = null);

internal sealed record DeleteCustomerPayload(CustomerId DeletedCustomerId);

/// <summary>Takes a customer away with everything this module knows of it. What other modules keep is theirs to react with.</summary>
internal static class DeleteCustomer
{
    public static async Task<DeleteCustomerPayload> Run(DeleteCustomerInput input, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var customer = await db.Customers.AsSingleQuery().FirstOrDefaultAsync(c => c.Id == input.CustomerId, ct).OrNotFound("The customer");
        customer.Expect(input.ExpectedVersion);
        db.Caller.Require(CustomerPermissions.Delete, customer);
        await db.InTransaction(
            async () =>
            {
                await Remove(db, [customer], clock.Now(), ct);
                await db.SaveChangesAsync(ct);
            },
            ct);
        return new DeleteCustomerPayload(customer.Id);
    }

    /// <summary>
    /// Marks the customers as deleted for the next save and removes what hangs on them in the running transaction, also
    /// what the caller cannot see of them.
    /// </summary>
    public static async Task Remove(CrmDb db, IReadOnlyList<Customer> customers, DateTimeOffset now, CancellationToken ct)
    {
        var ids = customers.Select(c => c.Id).ToList();
        db.RemoveRange(await db.CustomerNotes.IgnoreQueryFilters([CustomersTables.Visible]).Where(n => ids.Contains(n.CustomerId)).ToListAsync(ct));
        db.RemoveRange(await db.Orders.IgnoreQueryFilters([CustomersTables.Visible]).Where(o => ids.Contains(o.CustomerId)).ToListAsync(ct));
        await db.Timeline.IgnoreQueryFilters([CustomersTables.Visible]).Where(t => ids.Contains(t.CustomerId)).ExecuteDeleteAsync(ct);
        await db.BeforeImages.Where(b => ids.Contains(b.CustomerId)).ExecuteDeleteAsync(ct);
        await db.Customers.IgnoreQueryFilters([CustomersTables.Visible]).Where(c => c.CompanyId != null && ids.Contains(c.CompanyId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.CompanyId, (CustomerId?)null).SetProperty(c => c.Version, c => c.Version + 1).SetProperty(c => c.UpdatedAt, now), ct);
        foreach (var customer in customers)
        {
            customer.Delete();
            db.Remove(customer);
        }
    }
}
