using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Which permissions each built-in role has, collected from the modules.</summary>
internal sealed class RoleCatalog(ModuleSet modules)
{
    private readonly List<PermissionGrant> _grants = [.. modules.Modules.SelectMany(m => m.Permissions)];

    public IReadOnlyList<Permission> All => [.. _grants.Select(g => g.Permission)];

    public IReadOnlyList<string> Of(string role) =>
        [.. _grants.Where(g => role == Roles.Admin || g.Roles.Contains(role, StringComparer.Ordinal)).Select(g => g.Permission.Name)];

    public IReadOnlySet<string> Of(IEnumerable<string> roles) => roles.SelectMany(Of).ToHashSet(StringComparer.Ordinal);
}
