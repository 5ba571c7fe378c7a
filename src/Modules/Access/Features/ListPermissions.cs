using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal static class ListPermissions
{
    public static IReadOnlyList<string> Run(Caller caller) => [.. caller.Permissions.Order(StringComparer.Ordinal)];
}
