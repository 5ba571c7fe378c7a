using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

/// <summary>What a caller may do with customers: a permission must reach the customer, by its account manager.</summary>
internal static class CustomerRights
{
    /// <exception cref="NotAllowed">when the caller sees the customer, but the permission does not reach it</exception>
    public static void Require(this Caller caller, Permission permission, Customer customer)
    {
        if (!caller.Why(permission, customer.OwnerId).Allows())
        {
            throw new NotAllowed();
        }
    }

    /// <summary>Why a permission reaches a customer of this account manager or does not. For reading the same rule stands in the query filter of the table.</summary>
    public static AccessWhy Why(this Caller caller, Permission permission, UserId? owner) => caller.ScopeOf(permission) switch
    {
        PermissionScope.None => AccessWhy.NoPermission,
        PermissionScope.All => AccessWhy.Everything,
        _ when owner is not null && owner == caller.User => AccessWhy.Own,
        PermissionScope.Own => AccessWhy.NotOwn,
        _ when owner is null => AccessWhy.BelongsToNobody,
        _ => caller.Colleagues.Contains(owner.Value) ? AccessWhy.OwnTeam : AccessWhy.OtherTeam,
    };

    /// <summary>
    /// Whether the caller may use imports: one matches its rows with every customer there is and shows contact data, so it
    /// needs the right to see all customers and their contact data.
    /// </summary>
    public static bool SeesImports(this Caller caller) =>
        caller.Can(CustomerPermissions.RunImports) && caller.Reaches(CustomerPermissions.Read, PermissionScope.All) && caller.Can(CustomerPermissions.ReadContacts);
}

/// <summary>Says of a customer why somebody can see or do something, and which fields are hidden.</summary>
internal sealed class CustomerAccess(CrmDb db) : IExplainsAccess
{
    private static readonly Permission[] About =
    [
        CustomerPermissions.Read, CustomerPermissions.ReadContacts, CustomerPermissions.ReadMoney, CustomerPermissions.ReadNotes, CustomerPermissions.Write, CustomerPermissions.WriteNotes, CustomerPermissions.Delete,
    ];

    public string TypeName => CustomerId.TypeName;

    public async Task<IReadOnlyList<AccessReason>?> Explain(Guid id, Caller who, CancellationToken ct)
    {
        var customer = await db.Customers.AsNoTracking().AsSingleQuery().FirstOrDefaultAsync(c => c.Id == new CustomerId(id), ct);
        return customer is null ? null : [.. About.Select(p => new AccessReason(p, who.Why(p, customer.OwnerId)))];
    }
}
