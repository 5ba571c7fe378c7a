using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal static class ListSecurityLogKinds
{
    public static IReadOnlyList<string> Run() => SecurityEvents.All;
}
