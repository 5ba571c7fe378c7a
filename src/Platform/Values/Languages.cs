using System.Globalization;

namespace ServiceCrm.Platform.Values;

/// <summary>Languages and time zones as people choose them.</summary>
public static class Languages
{
    /// <summary>The languages the console and the portal speak.</summary>
    public static readonly IReadOnlyList<string> Supported = ["en", "de", "ru"];

    /// <summary>A language tag such as <c>de</c> or <c>pt-BR</c>, in its usual case.</summary>
    /// <exception cref="FormatException">with words for people</exception>
    public static string ParseTag(string text)
    {
        var tag = text.Trim().Replace('_', '-');
        var parts = tag.Split('-');
        if (tag.Length > 20 || parts[0].Length is < 2 or > 3 || !parts.All(p => p.Length is >= 1 and <= 8 && p.All(char.IsAsciiLetterOrDigit)))
        {
            throw new FormatException($"“{SafeText.Cut(SafeText.Mend(tag), 40)}” is not a language tag such as en or pt-BR.");
        }

        return CultureInfo.GetCultureInfo(tag).Name;
    }

    /// <summary>An IANA time zone id; Windows ids are translated.</summary>
    /// <exception cref="FormatException">with words for people</exception>
    public static string ParseTimeZone(string text)
    {
        var id = text.Trim();
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
        {
            throw new FormatException($"“{SafeText.Cut(SafeText.Mend(id), 60)}” is not a time zone such as Europe/Berlin.");
        }

        return zone.HasIanaId ? zone.Id : TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : zone.Id;
    }
}
