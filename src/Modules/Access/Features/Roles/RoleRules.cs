using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record RoleGrantInput(string Permission, PermissionScope Scope);

/// <summary>What holds whenever roles are made or given: they exist, and nobody gives more than they have.</summary>
internal static class RoleRules
{
    /// <summary>Sets what the role has. What equals its built-in role is not stored, so that it follows later versions.</summary>
    public static void SetGrants(Role role, IReadOnlyList<RoleGrantInput> grants, RoleCatalog catalog)
    {
        var check = new InputCheck();
        for (var i = 0; i < grants.Count; i++)
        {
            var permission = catalog.Find(grants[i].Permission);
            if (permission is null)
            {
                check.Add($"grants.{i}.permission", $"There is no permission named {grants[i].Permission}.");
            }
            else if (!permission.IsScoped && grants[i].Scope is PermissionScope.Own or PermissionScope.Team)
            {
                check.Add($"grants.{i}.scope", $"{permission.Name} is granted for everything or not at all.");
            }
        }

        check.ThrowIfAny();
        var wanted = grants.GroupBy(g => g.Permission, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Scope, StringComparer.Ordinal);
        var builtIn = catalog.BuiltIn(role.BasedOn);
        role.Differ(catalog.All.Select(p => p.Name)
            .Where(p => wanted.GetValueOrDefault(p) != builtIn.GetValueOrDefault(p))
            .Select(p => KeyValuePair.Create(p, wanted.GetValueOrDefault(p))));
    }

    /// <exception cref="NotAllowed">when the grants hold more than the caller has</exception>
    public static void RequireAtLeast(Caller caller, IReadOnlyDictionary<string, PermissionScope> grants)
    {
        if (grants.FirstOrDefault(g => !caller.Reaches(g.Key, g.Value)) is { Key: { } missing })
        {
            throw new NotAllowed($"You cannot give or manage a right that you do not have yourself: {missing}.");
        }
    }

    /// <summary>Checks that the roles exist and hold no more than the caller has.</summary>
    /// <exception cref="InvalidInput">for an unknown role</exception>
    /// <exception cref="NotAllowed">when they hold more</exception>
    public static async Task RequireToGive(Caller caller, IReadOnlyList<string> roles, CrmDb db, RoleCatalog catalog, CancellationToken ct)
    {
        var all = (await ListRoles.Run(catalog, db, ct)).ToDictionary(r => r.Key, StringComparer.Ordinal);
        if (roles.FirstOrDefault(r => !all.ContainsKey(r)) is { } unknown)
        {
            throw new InvalidInput("roles", $"There is no role named {unknown}.");
        }

        RequireAtLeast(caller, RoleCatalog.Sum(roles.Select(r => all[r].Grants)));
    }

    /// <exception cref="NotAllowed">when the person has rights that the caller lacks</exception>
    public static async Task RequireToManage(Caller caller, User user, CrmDb db, RoleCatalog catalog, CancellationToken ct) =>
        RequireAtLeast(caller, RoleCatalog.Sum(await RightsReader.Roles(user, db, catalog, ct)));

    public static SecurityNews News(Role role, string what) => new(
        SecurityEvents.RoleChanged, RoleId.TypeName, role.Id.Value, role.Name, $"{what}; based on {role.BasedOn ?? "nothing"}; {(role.Differences.Count == 0 ? "no differences" : string.Join("; ", role.Differences))}");

    public static async Task CheckName(CrmDb db, Role role, CancellationToken ct)
    {
        if (await db.CustomRoles.AnyAsync(r => r.NameKey == role.NameKey && r.Id != role.Id, ct))
        {
            throw new InvalidInput("name", "There is a role of this name already.");
        }
    }
}
