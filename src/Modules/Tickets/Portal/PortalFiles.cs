using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;

namespace ServiceCrm.Tickets;

internal static class PortalFiles
{
    public static void Check(InputCheck check, IReadOnlyList<FileId>? files)
    {
        if (files is { Count: > ReadPortal.MostFiles })
        {
            check.Add("fileIds", $"At most {ReadPortal.MostFiles} files are allowed.");
        }
    }
}
