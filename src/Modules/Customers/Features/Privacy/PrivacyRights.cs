using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

/// <summary>An export shows all that is kept of a customer, so it is for who may see all of it.</summary>
internal static class PrivacyRights
{
    public static bool MayExport(Caller caller) =>
        caller.Can(CustomerPermissions.ManagePrivacy) && caller.Can(CustomerPermissions.ReadContacts) && caller.Can(CustomerPermissions.ReadNotes) && caller.Can(CustomerPermissions.ReadMoney);

    /// <exception cref="NotAllowed">when something of a customer is hidden from the caller</exception>
    public static void RequireExports(this Caller caller)
    {
        if (!MayExport(caller))
        {
            throw new NotAllowed("An export needs the right to handle privacy requests and to see contact data, notes and money of customers.");
        }
    }

    /// <exception cref="RuleBroken">when a module has something of the customer that the caller of this scope may not see</exception>
    public static async Task RefuseExportWithObjections(CustomerId customer, IServiceProvider services, CancellationToken ct)
    {
        var objections = new List<string>();
        foreach (var module in services.GetServices<IPersonalData>())
        {
            objections.AddRange(await module.ObjectionsToExport(customer, ct));
        }

        if (objections.Count > 0)
        {
            throw new RuleBroken("EXPORT_NOT_POSSIBLE", string.Join(' ', objections));
        }
    }
}
