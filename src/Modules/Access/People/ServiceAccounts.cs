using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal static class ServiceAccounts
{
    /// <summary>The service account, of which the caller has every right.</summary>
    public static async Task<User> Find(UserId id, CrmDb db, Caller caller, RoleCatalog catalog, CancellationToken ct)
    {
        var account = await db.Users.FirstOrDefaultAsync(u => u.Id == id && u.Kind == UserKind.Service && u.RemovedAt == null, ct).OrNotFound("This service account");
        await RoleRules.RequireToManage(caller, account, db, catalog, ct);
        return account;
    }
}

internal static class TokenScopes
{
    /// <exception cref="InvalidInput">for a permission that does not exist</exception>
    public static void Check(IReadOnlyList<string>? scopes, RoleCatalog catalog)
    {
        var check = new InputCheck();
        foreach (var (i, scope) in (scopes ?? []).Index().Where(s => catalog.Find(s.Item) is null))
        {
            check.Add($"scopes.{i}", $"There is no permission named {scope}.");
        }

        check.ThrowIfAny();
    }
}
