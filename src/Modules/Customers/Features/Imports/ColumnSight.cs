using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>What was seen of one column while the file was read: enough to suggest what it is, in bounded memory.</summary>
internal sealed class ColumnSight(int index, string header)
{
    public const int MostValues = 50;
    private const int Samples = 5;
    private const int LongestSample = 120;
    private const int LookedAt = 1_000;
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);
    private int _filled;
    private int _numbers;
    private int _booleans;
    private int _dates;
    private int _emails;
    private int _phones;
    private int _couldBePhones;

    public int Index => index;

    public string Header => header;

    public IReadOnlyList<string> Seen => [.. _values.Take(Samples).Select(v => SafeText.Cut(SafeText.Mend(v), LongestSample))];

    /// <summary>All different values, or none when there are too many for a list of choices.</summary>
    public IReadOnlyList<string> Values => _values.Count < MostValues ? [.. _values.Where(v => v.Length <= CustomField.LongestLabel && SafeText.IsSafe(v))] : [];

    public bool LooksLikeEmail => Mostly(_emails);

    public bool LooksLikePhone => Mostly(_phones);

    /// <summary>Whether enough looks like addresses to believe a header that says so; wrong ones are for the check to list.</summary>
    public bool CouldBeEmail => _emails > 0;

    /// <summary>The same for telephone numbers: at least half of what was looked at.</summary>
    public bool CouldBePhone => _couldBePhones * 2 >= Math.Min(_filled, LookedAt);

    public void See(string cell, bool decimalComma)
    {
        var value = cell.AsSpan().Trim();
        if (value.IsEmpty)
        {
            return;
        }

        _filled++;
        var text = value.Length == cell.Length ? cell : value.ToString();
        if (_values.Count < MostValues)
        {
            _values.Add(text);
        }

        // Each guess is dropped with the first value that speaks against it, so long files cost little.
        _booleans += _booleans == _filled - 1 && CustomFieldValue.TryBoolean(text, out _) ? 1 : 0;
        _numbers += _numbers == _filled - 1 && !HasLeadingZero(text) && CustomFieldValue.TryNumber(text, decimalComma, out _) ? 1 : 0;
        _dates += _dates == _filled - 1 && text.Length is >= 8 and <= 30 && CustomFieldValue.TryDate(text, decimalComma, out _) ? 1 : 0;
        if (_filled <= LookedAt)
        {
            _emails += text.Contains('@', StringComparison.Ordinal) && EmailAddress.TryParse(text, out _) ? 1 : 0;
            _couldBePhones += PhoneNumber.TryParse(text, out _) ? 1 : 0;
            _phones += text[0] is '+' && PhoneNumber.TryParse(text, out _) ? 1 : 0;
        }
    }

    public double FilledShare(int total) => total == 0 ? 0 : Math.Round((double)_filled / total, 4);

    public CustomFieldType GuessType() => this switch
    {
        _ when _filled == 0 => CustomFieldType.Text,
        _ when _booleans == _filled && _values.Count <= 2 => CustomFieldType.Boolean,
        _ when _dates == _filled => CustomFieldType.Date,
        _ when _numbers == _filled => CustomFieldType.Number,
        _ when _values.Count <= 12 && _filled >= 20 && Values.Count == _values.Count => CustomFieldType.Choice,
        _ => CustomFieldType.Text,
    };

    // "00123" is a name made of digits; as a number it would lose its zeros.
    private static bool HasLeadingZero(string text) => text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);

    private bool Mostly(int count) => _filled > 0 && count >= Math.Min(_filled, LookedAt) * 0.8;
}
