using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>One permission of a role, and what the built-in role that it is based on has instead.</summary>
internal sealed record RoleGrant(string Permission, PermissionScope Scope, PermissionScope BuiltInScope);

/// <summary>A role as it is shown: a built-in one or one of the installation.</summary>
/// <param name="Key">How people carry it among their roles.</param>
/// <param name="Stored">The row of a role of the installation; null for a built-in one.</param>
/// <param name="Grants">What it has.</param>
internal sealed record RoleView(string Key, Role? Stored, IReadOnlyDictionary<string, PermissionScope> Grants)
{
    public string Name => Stored?.Name ?? Key;

    /// <summary>Whether who has it must have a second factor.</summary>
    public bool RequiresSecondFactor { get; init; }

    /// <summary>The built-in role it is compared with.</summary>
    public string? BasedOn => Stored is null ? Key : Stored.BasedOn;
}

/// <summary>The built-in roles in their order, then the installation's own by name.</summary>
internal static class ListRoles
{
    public static async Task<IReadOnlyList<RoleView>> Run(RoleCatalog catalog, CrmDb db, CancellationToken ct)
    {
        var custom = await db.CustomRoles.AsNoTracking().OrderBy(r => r.NameKey).ToListAsync(ct);
        var strict = await db.RoleSettings.AsNoTracking().Where(s => s.RequiresSecondFactor).Select(s => s.Role).ToListAsync(ct);
        return
        [
            .. Roles.All.Select(key => new RoleView(key, null, catalog.BuiltIn(key)) { RequiresSecondFactor = strict.Contains(key) }),
            .. custom.Select(role => new RoleView(role.Key, role, catalog.Of(role)) { RequiresSecondFactor = strict.Contains(role.Key) }),
        ];
    }

    public static async Task<RoleView> One(Role role, RoleCatalog catalog, CrmDb db, CancellationToken ct) =>
        new(role.Key, role, catalog.Of(role))
        {
            RequiresSecondFactor = await db.RoleSettings.AnyAsync(s => s.Role == role.Key && s.RequiresSecondFactor, ct),
        };

    /// <summary>How many active people have each of the roles.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> MemberCounts(IReadOnlyList<string> roles, CrmDb db, CancellationToken ct)
    {
        var held = await db.Users.AsNoTracking().Where(u => u.Active).Select(u => u.Roles).ToListAsync(ct);
        var members = held.SelectMany(r => r).CountBy(r => r, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return roles.Distinct(StringComparer.Ordinal).ToDictionary(r => r, r => members.GetValueOrDefault(r), StringComparer.Ordinal);
    }

    /// <summary>The grants, with what the built-in role has; what is taken away is shown with scope NONE.</summary>
    public static IReadOnlyList<RoleGrant> Grants(RoleView role, RoleCatalog catalog)
    {
        var builtIn = catalog.BuiltIn(role.BasedOn);
        return
        [
            .. catalog.All.Select(p => new RoleGrant(p.Name, role.Grants.GetValueOrDefault(p.Name), builtIn.GetValueOrDefault(p.Name)))
                .Where(g => g.Scope != PermissionScope.None || g.BuiltInScope != PermissionScope.None),
        ];
    }
}
