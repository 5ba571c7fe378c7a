using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record RequestCustomerExportInput(
    CustomerId CustomerId,
    string Reference,
    PrivacyAskedBy AskedBy = PrivacyAskedBy.Customer,
    PrivacyAskedVia AskedVia = PrivacyAskedVia.Email,
    DateTimeOffset? ReceivedAt = null);

internal static class RequestCustomerExport
{
    public static async Task<PrivacyRequest> Run(RequestCustomerExportInput input, CrmDb db, Caller caller, PrivacyQueue queue, IServiceProvider services, TimeProvider clock, CancellationToken ct)
    {
        caller.RequireExports();
        var customer = await db.Customers.AsNoTracking().AsSingleQuery().FirstOrDefaultAsync(c => c.Id == input.CustomerId, ct).OrNotFound("The customer");
        await PrivacyRights.RefuseExportWithObjections(customer.Id, services, ct);
        var now = clock.Now();
        var wish = new PrivacyWish(PrivacyKind.Export, customer.Id, input.AskedBy, input.AskedVia, input.Reference, input.ReceivedAt ?? now);
        return await RecordedWish.Save(wish, customer, TimeSpan.Zero, db, queue, now, ct);
    }
}
