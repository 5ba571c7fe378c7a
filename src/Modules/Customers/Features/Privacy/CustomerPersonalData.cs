using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;

namespace ServiceCrm.Customers;

/// <summary>What this module itself knows of a customer.</summary>
internal sealed class CustomerPersonalData(CrmDb db, FileStore store, Suppression suppression) : IPersonalData
{
    public string Name => CustomersModule.ModuleName;

    // Who may see contact data, notes and money of a customer sees all that this module has; that is asked before.
    public Task<IReadOnlyList<string>> ObjectionsToExport(CustomerId customer, CancellationToken ct) => None();

    public Task<IReadOnlyList<string>> ObjectionsToErasure(CustomerId customer, CancellationToken ct) => None();

    public async Task<PersonalData?> Export(CustomerId customer, CancellationToken ct) =>
        await db.Customers.AsNoTracking().AsSingleQuery().FirstOrDefaultAsync(c => c.Id == customer, ct) is { } found
            ? new PersonalData(await new CustomerTree(db, store).Of(found, ct), [])
            : null;

    public Task<ErasureReport> Erase(CustomerId customer, ErasureNotice notice, CancellationToken ct) =>
        EraseCustomer.Run(customer, notice, db, suppression, ct);

    private static Task<IReadOnlyList<string>> None() => Task.FromResult<IReadOnlyList<string>>([]);
}
