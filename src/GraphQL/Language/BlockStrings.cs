namespace ServiceCrm.GraphQL.Language;

/// <summary>Block strings (spec section 2.9.4.1): common indentation is no part of the value.</summary>
internal static class BlockStrings
{
    /// <summary>The value of what stands between the quotes.</summary>
    public static string Dedent(string raw)
    {
        var lines = SplitLines(raw.Replace("\\\"\"\"", "\"\"\"", StringComparison.Ordinal));
        var commonIndent = int.MaxValue;
        var first = -1;
        var last = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            var indent = LeadingWhiteSpace(lines[i]);
            if (indent == lines[i].Length)
                continue;

            first = first < 0 ? i : first;
            last = i;
            commonIndent = i == 0 ? commonIndent : Math.Min(commonIndent, indent);
        }

        if (first < 0)
            return string.Empty;

        var result = new StringBuilder(raw.Length);
        for (var i = first; i <= last; i++)
        {
            result.Append(i == first ? string.Empty : "\n");
            result.Append(lines[i].AsSpan(i == 0 ? 0 : Math.Min(commonIndent, lines[i].Length)));
        }

        return result.ToString();
    }

    /// <summary>Writes a value so that reading it gives the value again; as compact as readability allows, like graphql-js.</summary>
    public static string Print(string value)
    {
        var escaped = value.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal);
        var lines = SplitLines(escaped);
        var isSingleLine = lines.Count == 1;
        var forceLeadingNewLine = !isSingleLine && lines.Skip(1).All(line => line.Length == 0 || IsWhiteSpace(line[0]));
        var endsInTripleQuotes = escaped.EndsWith("\\\"\"\"", StringComparison.Ordinal);
        var forceTrailingNewLine = (value.EndsWith('"') && !endsInTripleQuotes) || value.EndsWith('\\');
        var multipleLines = !isSingleLine || value.Length > 70 || forceTrailingNewLine || endsInTripleQuotes;
        var skipLeadingNewLine = isSingleLine && value.Length > 0 && IsWhiteSpace(value[0]);
        var result = new StringBuilder("\"\"\"", escaped.Length + 8);
        if ((multipleLines && !skipLeadingNewLine) || forceLeadingNewLine)
            result.Append('\n');

        result.Append(escaped);
        if (multipleLines)
            result.Append('\n');

        return result.Append("\"\"\"").ToString();
    }

    /// <summary>Whether <see cref="Print"/> followed by reading gives the value back; some values only fit a quoted string.</summary>
    public static bool CanPrint(string value) =>
        !value.Any(c => c == '\r' || (c < ' ' && c is not ('\t' or '\n'))) && string.Equals(Dedent(Print(value)[3..^3]), value, StringComparison.Ordinal);

    private static List<string> SplitLines(string text)
    {
        var lines = new List<string>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r')
            {
                lines.Add(text[start..i]);
                i += text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n' ? 1 : 0;
                start = i + 1;
            }
        }

        lines.Add(text[start..]);
        return lines;
    }

    private static int LeadingWhiteSpace(string line)
    {
        var count = 0;
        while (count < line.Length && IsWhiteSpace(line[count]))
            count++;

        return count;
    }

    private static bool IsWhiteSpace(char c) => c is ' ' or '\t';
}
