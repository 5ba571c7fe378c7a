using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Customers;

/// <summary>What a customer points to must be there, and its customer number must be its own.</summary>
internal static class CustomerReferences
{
    /// <exception cref="InvalidInput">naming every field that points nowhere</exception>
    public static async Task Check(CustomerDetails details, Customer? current, CrmDb db, IAccess access, CancellationToken ct)
    {
        var check = new InputCheck();
        if (details.CompanyId is { } company && company != current?.CompanyId
            && !await db.Customers.AnyAsync(c => c.Id == company && c.Kind == CustomerKind.Company, ct))
        {
            check.Add("companyId", "There is no such company.");
        }

        if (details.OwnerId is { } owner && owner != current?.OwnerId && !await access.IsActive(owner, ct))
        {
            check.Add("ownerId", "There is no such active member of staff.");
        }

        if (details.ExternalId is { } number && number != current?.ExternalId && await db.Customers.AnyAsync(c => c.ExternalId == number, ct))
        {
            check.Add("externalId", "Another customer has this customer number.");
        }

        check.ThrowIfAny();
    }
}
