using System.Text;

namespace ServiceCrm.Platform.Values;

/// <summary>
/// A telephone number as it was given, with a comparable key of its digits. Numbers are not forced into E.164:
/// without knowing the country that would be guessing.
/// </summary>
public readonly record struct PhoneNumber
{
    private PhoneNumber(string value, string key)
    {
        Value = value;
        Key = key;
    }

    public string Value { get; }

    /// <summary>Digits only, with a leading + kept (00 becomes +).</summary>
    public string Key { get; }

    /// <exception cref="FormatException">with words for people</exception>
    public static PhoneNumber Parse(string text) =>
        TryParse(text, out var number) ? number : throw new FormatException($"“{SafeText.Cut(SafeText.Mend(text.Trim()), 40)}” is not a telephone number.");

    public static bool TryParse(string? text, out PhoneNumber number)
    {
        number = default;
        var value = text?.Trim() ?? "";
        if (value.Length is < 3 or > 40 || !value.All(c => char.IsAsciiDigit(c) || c is '+' or ' ' or '-' or '(' or ')' or '/' or '.' or '\u00A0' or 'x'))
        {
            return false;
        }

        var digits = new StringBuilder();
        foreach (var c in value.Where(c => char.IsAsciiDigit(c) || c == '+'))
        {
            digits.Append(c);
        }

        var key = digits.ToString();
        key = key.StartsWith("00", StringComparison.Ordinal) ? "+" + key[2..] : key;
        if (key.LastIndexOf('+') > 0 || key.Count(char.IsAsciiDigit) is < 3 or > 20)
        {
            return false;
        }

        number = new PhoneNumber(value, key);
        return true;
    }

    public override string ToString() => Value;
}
