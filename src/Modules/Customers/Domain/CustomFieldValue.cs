using System.Globalization;
using System.Text.Json;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Reads values of custom fields, from JSON as programs send them and from text as people write it in tables.</summary>
internal static class CustomFieldValue
{
    // Words of the languages the console speaks; each table export has its own.
    private static readonly string[] Yes = ["TRUE", "YES", "Y", "1", "JA", "J", "WAHR", "ДА", "X"];
    private static readonly string[] No = ["FALSE", "NO", "N", "0", "NEIN", "FALSCH", "НЕТ"];

    /// <returns>null when there is no value</returns>
    /// <exception cref="FormatException">with words for people</exception>
    public static object? Read(CustomField field, JsonElement? given)
    {
        if (given is not { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } value)
        {
            return null;
        }

        return (field.Type, value.ValueKind) switch
        {
            (CustomFieldType.Number, JsonValueKind.Number) => value.TryGetDecimal(out var number) ? number : throw Wrong(field, value.GetRawText()),
            (CustomFieldType.Boolean, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
            (_, JsonValueKind.String) => ReadText(field, value.GetString()!, decimalComma: false),
            _ => throw Wrong(field, value.GetRawText()),
        };
    }

    /// <summary>A value as it stands in a table.</summary>
    /// <param name="field">What it is for.</param>
    /// <param name="text">The cell.</param>
    /// <param name="decimalComma">How to read "1,234", which is a thousand and more in one country and little more than one in another.</param>
    /// <returns>null for a blank cell</returns>
    /// <exception cref="FormatException">with words for people</exception>
    public static object? ReadText(CustomField field, string text, bool decimalComma)
    {
        var value = text.Trim();
        if (value.Length == 0)
        {
            return null;
        }

        return field.Type switch
        {
            CustomFieldType.Number => TryNumber(value, decimalComma, out var number) ? number : throw Wrong(field, value),
            CustomFieldType.Boolean => TryBoolean(value, out var flag) ? flag : throw Wrong(field, value),
            CustomFieldType.Date => TryDate(value, decimalComma, out var date) ? date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : throw Wrong(field, value),
            CustomFieldType.Choice => field.Choices.Find(c => string.Equals(c, value, StringComparison.OrdinalIgnoreCase)) ?? throw Wrong(field, value),
            _ => value.Length <= CustomerLimits.CustomText ? value : throw new FormatException($"This is {value.Length} characters long; at most {CustomerLimits.CustomText} are allowed."),
        };
    }

    public static bool TryBoolean(string text, out bool flag)
    {
        var word = text.ToUpperInvariant();
        flag = Yes.Contains(word, StringComparer.Ordinal);
        return flag || No.Contains(word, StringComparer.Ordinal);
    }

    public static bool TryNumber(string text, bool decimalComma, out decimal number)
    {
        var (comma, dot) = (text.LastIndexOf(','), text.LastIndexOf('.'));
        // With both signs the last one is the decimal sign; with one alone the table's own habit decides.
        var decimalSign = (comma, dot) switch
        {
            ( >= 0, >= 0) => comma > dot ? ',' : '.',
            ( >= 0, _) => decimalComma || text.Length - comma != 4 ? ',' : '.',
            _ => '.',
        };
        var plain = text.Replace(decimalSign == ',' ? "." : ",", "", StringComparison.Ordinal).Replace(',', '.')
            .Replace(" ", "", StringComparison.Ordinal).Replace("\u00A0", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    public static bool TryDate(string text, bool dayFirst, out DateOnly date)
    {
        string[] formats = dayFirst
            ? ["yyyy-M-d", "d.M.yyyy", "d/M/yyyy", "M/d/yyyy", "yyyy/M/d", "yyyyMMdd"]
            : ["yyyy-M-d", "d.M.yyyy", "M/d/yyyy", "d/M/yyyy", "yyyy/M/d", "yyyyMMdd"];
        if (DateOnly.TryParseExact(text, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date))
        {
            return true;
        }

        var isInstant = DateTimeOffset.TryParseExact(text, ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ssK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at);
        date = DateOnly.FromDateTime(at.DateTime);
        return isInstant;
    }

    private static FormatException Wrong(CustomField field, string value)
    {
        var shown = SafeText.Cut(SafeText.Mend(value), 60);
        return new FormatException(field.Type switch
        {
            CustomFieldType.Number => $"“{shown}” is not a number.",
            CustomFieldType.Boolean => $"“{shown}” is neither yes nor no.",
            CustomFieldType.Date => $"“{shown}” is not a date such as 2026-03-31.",
            CustomFieldType.Choice => $"“{shown}” is not one of the choices of {field.Label}.",
            _ => $"“{shown}” is not a text.",
        });
    }
}
