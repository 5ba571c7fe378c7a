using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Which permissions there are and which of them each role has, collected from the modules.</summary>
internal sealed class RoleCatalog(ModuleSet modules)
{
    private readonly List<PermissionGrant> _grants = [.. modules.Modules.SelectMany(m => m.Permissions)];

    public IReadOnlyList<Permission> All => [.. _grants.Select(g => g.Permission)];

    public Permission? Find(string permission) => _grants.Find(g => g.Permission.Name == permission)?.Permission;

    /// <summary>What a built-in role has; nothing for another name.</summary>
    public Dictionary<string, PermissionScope> BuiltIn(string? role) => role is null
        ? []
        : _grants.Where(g => g.ScopeOf(role) > PermissionScope.None).ToDictionary(g => g.Permission.Name, g => g.ScopeOf(role), StringComparer.Ordinal);

    /// <summary>What a role of the installation has: its built-in role with the differences. Permissions that are gone count for nothing.</summary>
    public Dictionary<string, PermissionScope> Of(Role role)
    {
        var grants = BuiltIn(role.BasedOn);
        foreach (var (permission, scope) in role.ReadDifferences().Where(d => Find(d.Key) is not null))
        {
            grants[permission] = scope;
        }

        return grants.Where(g => g.Value > PermissionScope.None).ToDictionary(StringComparer.Ordinal);
    }

    /// <summary>What somebody with several roles has: of each permission the widest scope.</summary>
    public static Dictionary<string, PermissionScope> Sum(IEnumerable<IReadOnlyDictionary<string, PermissionScope>> roles) =>
        roles.SelectMany(r => r).GroupBy(g => g.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Max(x => x.Value), StringComparer.Ordinal);
}
