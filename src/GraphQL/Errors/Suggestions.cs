namespace ServiceCrm.GraphQL.Errors;

/// <summary>"Did you mean": names near to one that does not exist, ranked and worded as in graphql-js.</summary>
public static class Suggestions
{
    private const int MaxSuggestions = 5;

    /// <summary>Candidates within two fifths of the name's length, nearest first.</summary>
    public static IReadOnlyList<string> For(string name, IEnumerable<string> candidates)
    {
        var lower = name.ToLowerInvariant();
        var threshold = (int)Math.Floor(name.Length * 0.4) + 1;
        return
        [
            .. candidates.Distinct(StringComparer.Ordinal)
                .Select(candidate => (candidate, distance: Distance(name, lower, candidate, threshold)))
                .Where(pair => pair.distance <= threshold)
                .OrderBy(pair => pair.distance)
                .ThenBy(pair => pair.candidate, NaturalOrder)
                .Select(pair => pair.candidate),
        ];
    }

    /// <summary>A sentence that starts with a space, or nothing without suggestions.</summary>
    public static string DidYouMean(IReadOnlyList<string> suggestions, string? what = null)
    {
        if (suggestions.Count == 0)
            return string.Empty;

        var quoted = suggestions.Take(MaxSuggestions).Select(suggestion => $"\"{suggestion}\"").ToList();
        var list = quoted.Count switch
        {
            1 => quoted[0],
            2 => $"{quoted[0]} or {quoted[1]}",
            _ => string.Join(", ", quoted.SkipLast(1)) + ", or " + quoted[^1],
        };
        return $" Did you mean {(what is null ? string.Empty : what + " ")}{list}?";
    }

    /// <summary>Compares texts so that numbers in them count by value: a2 before a10.</summary>
    internal static Comparer<string> NaturalOrder { get; } = Comparer<string>.Create(NaturalCompare);

    /// <summary>Damerau-Levenshtein distance, given up beyond the threshold; a change of case alone counts 1.</summary>
    private static int Distance(string name, string lower, string candidate, int threshold)
    {
        if (string.Equals(name, candidate, StringComparison.Ordinal))
            return 0;

        var other = candidate.ToLowerInvariant();
        if (string.Equals(lower, other, StringComparison.Ordinal))
            return 1;

        var (a, b) = other.Length < lower.Length ? (lower, other) : (other, lower);
        return a.Length - b.Length > threshold ? int.MaxValue : Distance(a, b, threshold);
    }

    private static int Distance(string a, string b, int threshold)
    {
        int[] beforeLast = new int[b.Length + 1], last = new int[b.Length + 1], current = new int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            last[j] = j;

        for (var i = 1; i <= a.Length; i++)
        {
            var smallest = current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = a[i - 1] == b[j - 1] ? 0 : 1;
                var cell = Math.Min(Math.Min(last[j] + 1, current[j - 1] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    cell = Math.Min(cell, beforeLast[j - 2] + 1);

                smallest = Math.Min(smallest, cell);
                current[j] = cell;
            }

            if (smallest > threshold)
                return int.MaxValue;

            (beforeLast, last, current) = (last, current, beforeLast);
        }

        return last[b.Length];
    }

    private static int NaturalCompare(string a, string b)
    {
        var i = 0;
        var j = 0;
        while (i < a.Length && j < b.Length)
        {
            if (char.IsAsciiDigit(a[i]) && char.IsAsciiDigit(b[j]))
            {
                var order = ReadNumber(a, ref i).CompareTo(ReadNumber(b, ref j));
                if (order != 0)
                    return order;
            }
            else if (a[i] != b[j])
                return a[i] < b[j] ? -1 : 1;
            else
            {
                i++;
                j++;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    /// <summary>Reads digits; a leading zero is a number of its own.</summary>
    private static double ReadNumber(string text, ref int position)
    {
        var number = 0d;
        do
        {
            number = (number * 10) + (text[position++] - '0');
        }
        while (position < text.Length && char.IsAsciiDigit(text[position]) && number > 0);

        return number;
    }
}
