using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary><c>Confirmation</c> is the customer's display name, typed by hand: nobody erases the wrong one by a slip.</summary>
internal sealed record RequestCustomerErasureInput(
    CustomerId CustomerId,
    string Confirmation,
    string Reference,
    PrivacyAskedBy AskedBy = PrivacyAskedBy.Customer,
    PrivacyAskedVia AskedVia = PrivacyAskedVia.Email,
    DateTimeOffset? ReceivedAt = null);

internal static class RequestCustomerErasure
{
    public static async Task<PrivacyRequest> Run(
        RequestCustomerErasureInput input, CrmDb db, Caller caller, PrivacyQueue queue, IServiceProvider services, IOptions<PrivacyOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var customer = await db.Customers.AsNoTracking().AsSingleQuery().FirstOrDefaultAsync(c => c.Id == input.CustomerId, ct).OrNotFound("The customer");
        caller.Require(CustomerPermissions.ManagePrivacy);
        if (SearchKey.Of(input.Confirmation) != SearchKey.Of(customer.DisplayName))
        {
            throw new InvalidInput("confirmation", "Type the name of the customer as it is shown.");
        }

        await RefuseWithObjections(customer.Id, services, ct);
        var now = clock.Now();
        var wish = new PrivacyWish(PrivacyKind.Erasure, customer.Id, input.AskedBy, input.AskedVia, input.Reference, input.ReceivedAt ?? now);
        return await RecordedWish.Save(wish, customer, options.Value.ErasureDelay, db, queue, now, ct);
    }

    private static async Task RefuseWithObjections(CustomerId customer, IServiceProvider services, CancellationToken ct)
    {
        var objections = new List<string>();
        foreach (var module in services.GetServices<IPersonalData>())
        {
            objections.AddRange(await module.ObjectionsToErasure(customer, ct));
        }

        if (objections.Count > 0)
        {
            throw new RuleBroken("ERASURE_NOT_POSSIBLE", string.Join(' ', objections));
        }
    }
}
