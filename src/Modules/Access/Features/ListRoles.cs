using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record Role(string Name, IReadOnlyList<string> Permissions);

internal static class ListRoles
{
    public static IReadOnlyList<Role> Run(RoleCatalog catalog) => [.. Roles.All.Select(r => new Role(r, catalog.Of(r)))];
}
