using System.Globalization;
using System.Text;

namespace ServiceCrm.Platform.Values;

/// <summary>
/// The form in which names are compared, searched and sorted on every engine: compatibility-decomposed, without
/// accents, upper case, single spaces. So "Café" is found by "CAFE" on SQLite, PostgreSQL and SQL Server alike.
/// </summary>
public static class SearchKey
{
    public static string Of(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var key = new StringBuilder(text.Length);
        foreach (var c in SafeText.Mend(text).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsWhiteSpace(c))
            {
                AppendSpace(key);
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                _ = c == 'ß' ? key.Append("SS") : key.Append(char.ToUpperInvariant(c));
            }
        }

        return key.ToString().TrimEnd();
    }

    private static void AppendSpace(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] != ' ')
        {
            key.Append(' ');
        }
    }
}
