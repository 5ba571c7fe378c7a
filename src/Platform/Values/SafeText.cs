namespace ServiceCrm.Platform.Values;

/// <summary>Text that every database engine can store: no NUL, no lone surrogate.</summary>
public static class SafeText
{
    public static bool IsSafe(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\0' || char.IsLowSurrogate(c))
            {
                return false;
            }

            if (char.IsHighSurrogate(c))
            {
                if (i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    /// <summary>The text with each unsafe character replaced by U+FFFD: for mail and files, which cannot be refused.</summary>
    public static string Mend(string text)
    {
        if (IsSafe(text))
        {
            return text;
        }

        return string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                var paired = char.IsHighSurrogate(source[i]) ? i + 1 < source.Length && char.IsLowSurrogate(source[i + 1])
                    : char.IsLowSurrogate(source[i]) && i > 0 && char.IsHighSurrogate(source[i - 1]);
                span[i] = source[i] == '\0' || (char.IsSurrogate(source[i]) && !paired) ? '\uFFFD' : source[i];
            }
        });
    }

    /// <summary>At most <paramref name="max"/> characters, never cutting a surrogate pair in two.</summary>
    public static string Cut(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        return char.IsHighSurrogate(text[max - 1]) ? text[..(max - 1)] : text[..max];
    }
}
