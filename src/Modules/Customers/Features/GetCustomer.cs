using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

internal static class GetCustomer
{
    public static Task<Customer?> Run(CustomerId id, CrmDb db, CancellationToken ct) =>
        db.Customers.AsNoTracking().AsSingleQuery().FirstOrDefaultAsync(c => c.Id == id, ct);
}
