namespace ServiceCrm.Platform.Values;

/// <summary>
/// An e-mail address as people have them: one @, no spaces or control characters, at most 254 characters (RFC 5321).
/// The domain is kept in lower case; comparison ignores case, as every large mail system does.
/// </summary>
public readonly record struct EmailAddress
{
    private EmailAddress(string value) => Value = value;

    public string Value { get; }

    /// <summary>The form used for comparing and for unique indexes.</summary>
    public string Key => Value.ToLowerInvariant();

    /// <exception cref="FormatException">with words for people</exception>
    public static EmailAddress Parse(string text) =>
        TryParse(text, out var address) ? address : throw new FormatException($"“{SafeText.Cut(SafeText.Mend(text.Trim()), 80)}” is not an e-mail address.");

    public static bool TryParse(string? text, out EmailAddress address)
    {
        address = default;
        var value = text?.Trim() ?? "";
        var at = value.LastIndexOf('@');
        if (at is < 1 or > 64 || value.Length > 254 || !SafeText.IsSafe(value))
        {
            return false;
        }

        var local = value[..at];
        var domain = value[(at + 1)..].ToLowerInvariant();
        if (local.Any(Forbidden) || local.StartsWith('.') || local.EndsWith('.') || local.Contains("..", StringComparison.Ordinal) || !IsDomain(domain))
        {
            return false;
        }

        address = new EmailAddress($"{local}@{domain}");
        return true;
    }

    public override string ToString() => Value;

    private static bool Forbidden(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '@' or '<' or '>' or '(' or ')' or '[' or ']' or ',' or ';' or ':' or '\\' or '"';

    private static bool IsDomain(string domain) =>
        domain.Length is >= 3 and <= 253
        && domain.Contains('.', StringComparison.Ordinal)
        && domain.Split('.').All(label => label.Length is >= 1 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsLetterOrDigit(c) || c == '-'));
}
