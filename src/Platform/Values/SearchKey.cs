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
                Append(key, c);
            }
        }

        return key.ToString().TrimEnd();
    }

    // Letters of European names that no decomposition takes apart, as people type them who do not have them on their keyboard.
    private static StringBuilder Append(StringBuilder key, char c) => c switch
    {
        'ß' or 'ẞ' => key.Append("SS"),
        'ø' or 'Ø' => key.Append('O'),
        'æ' or 'Æ' => key.Append("AE"),
        'œ' or 'Œ' => key.Append("OE"),
        'ł' or 'Ł' => key.Append('L'),
        'đ' or 'Đ' or 'ð' or 'Ð' => key.Append('D'),
        'þ' or 'Þ' => key.Append("TH"),
        'ı' => key.Append('I'),
        _ => key.Append(char.ToUpperInvariant(c)),
    };

    private static void AppendSpace(StringBuilder key)
    {
        if (key.Length > 0 && key[^1] != ' ')
        {
            key.Append(' ');
        }
    }
}
