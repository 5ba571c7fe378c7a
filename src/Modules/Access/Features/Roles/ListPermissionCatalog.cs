using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Every permission of every module, in the order of the modules.</summary>
internal static class ListPermissionCatalog
{
    public static IReadOnlyList<Permission> Run(RoleCatalog catalog) => catalog.All;
}
