using Microsoft.Extensions.Options;

namespace ServiceCrm.Tickets;

internal sealed record Portal(string CompanyName, long MaxFileBytes, int MaxFiles);

internal static class ReadPortal
{
    public const int MostFiles = 5;

    public static Portal Run(IOptions<TicketsOptions> options, IOptions<Platform.Files.FileOptions> files) =>
        new(options.Value.CompanyName, files.Value.MaxPortalBytes, MostFiles);
}
