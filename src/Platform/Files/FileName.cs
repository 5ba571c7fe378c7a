using System.Globalization;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Files;

/// <summary>Makes names of uploads harmless without making them unrecognisable.</summary>
public static class FileName
{
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = new string([.. SafeText.Mend(last).Where(Harmless)]).Trim().TrimStart('.').TrimEnd('.', ' ');
        if (clean.Length == 0)
        {
            return "file";
        }

        if (IsDevice(clean))
        {
            clean = "_" + clean;
        }

        return clean.Length <= StoredFile.LongestName ? clean : Shorten(clean);
    }

    /// <summary>Windows opens a device under these names, whatever their extension.</summary>
    private static bool IsDevice(string name)
    {
        var stem = name.Split('.')[0].TrimEnd().ToUpperInvariant();
        return stem is "CON" or "PRN" or "AUX" or "NUL" || (stem is [_, _, _, >= '0' and <= '9'] && stem[..3] is "COM" or "LPT");
    }

    private static bool Harmless(char c) => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
        && c is not ('<' or '>' or ':' or '"' or '|' or '?' or '*' or ';');

    private static string Shorten(string name)
    {
        var dot = name.LastIndexOf('.');
        var extension = dot > 0 && name.Length - dot <= 16 ? name[dot..] : "";
        return SafeText.Cut(name, StoredFile.LongestName - extension.Length) + extension;
    }
}
