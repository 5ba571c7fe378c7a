using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

/// <summary>What a caller may do with customers: a permission must reach the customer, by its account manager.</summary>
internal static class CustomerRights
{
    /// <exception cref="NotAllowed">when the caller sees the customer, but the permission does not reach it</exception>
    public static void Require(this Caller caller, Permission permission, Customer customer)
    {
        var reached = caller.ScopeOf(permission) switch
        {
            PermissionScope.All => true,
            PermissionScope.Team => customer.OwnerId is not { } owner || caller.Colleagues.Contains(owner),
            PermissionScope.Own => customer.OwnerId is not null && customer.OwnerId == caller.User,
            _ => false,
        };
        if (!reached)
        {
            throw new NotAllowed();
        }
    }

    /// <summary>An import matches its rows with every customer there is, so it would tell of customers that the caller cannot see.</summary>
    /// <exception cref="NotAllowed">when there are such customers, or contact data that is hidden</exception>
    public static void RequireImports(this Caller caller)
    {
        if (!caller.Can(CustomerPermissions.RunImports) || !caller.Reaches(CustomerPermissions.Read, PermissionScope.All) || !caller.Can(CustomerPermissions.ReadContacts))
        {
            throw new NotAllowed("An import needs the right to see all customers and their contact data.");
        }
    }
}
