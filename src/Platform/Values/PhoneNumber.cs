using System.Buffers;

namespace ServiceCrm.Platform.Values;

/// <summary>
/// A telephone number as it was given, with a comparable key of its digits. Numbers are not forced into E.164:
/// without knowing the country that would be guessing.
/// </summary>
public readonly record struct PhoneNumber
{
    private static readonly SearchValues<char> Written = SearchValues.Create("0123456789+ -()/.\u00A0x");

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
        if (value.Length is < 3 or > 40 || value.AsSpan().ContainsAnyExcept(Written))
        {
            return false;
        }

        Span<char> kept = stackalloc char[40];
        var length = 0;
        foreach (var c in value)
        {
            if (char.IsAsciiDigit(c) || c == '+')
            {
                kept[length++] = c;
            }
        }

        var digits = kept[..length];
        var key = digits.StartsWith("00", StringComparison.Ordinal) ? $"+{digits[2..]}" : digits.ToString();
        if (key.LastIndexOf('+') > 0 || key.Length - (key.StartsWith('+') ? 1 : 0) is < 3 or > 20)
        {
            return false;
        }

        number = new PhoneNumber(value, key);
        return true;
    }

    public override string ToString() => Value;
}
