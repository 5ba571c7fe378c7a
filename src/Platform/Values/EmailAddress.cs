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

    /// <summary>The domain as it stands in protocols: in Punycode where it has letters beyond ASCII.</summary>
    public string AsciiDomain => new System.Globalization.IdnMapping().GetAscii(Value[(Value.LastIndexOf('@') + 1)..]);

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

        var local = value.AsSpan(0, at);
        var domain = value[(at + 1)..].ToLowerInvariant();
        if (HasForbidden(local) || local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal) || !IsDomain(domain))
        {
            return false;
        }

        address = new EmailAddress(value.AsSpan(at + 1).SequenceEqual(domain) ? value : $"{local}@{domain}");
        return true;
    }

    public override string ToString() => Value;

    private static bool HasForbidden(ReadOnlySpan<char> local)
    {
        foreach (var c in local)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c) || c is '@' or '<' or '>' or '(' or ')' or '[' or ']' or ',' or ';' or ':' or '\\' or '"')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDomain(ReadOnlySpan<char> domain)
    {
        if (domain.Length is < 3 or > 253 || !domain.Contains('.'))
        {
            return false;
        }

        foreach (var label in domain.Split('.'))
        {
            if (!IsLabel(domain[label]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is < 1 or > 63 || label[0] == '-' || label[^1] == '-')
        {
            return false;
        }

        foreach (var c in label)
        {
            if (!char.IsLetterOrDigit(c) && c != '-')
            {
                return false;
            }
        }

        return true;
    }
}
