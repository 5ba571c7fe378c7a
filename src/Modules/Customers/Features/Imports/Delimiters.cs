namespace ServiceCrm.Customers;

/// <summary>Guesses what parts the columns: the sign that gives most records the same number of columns, more than one.</summary>
internal static class Delimiters
{
    public static readonly IReadOnlyList<string> Known = [",", ";", "\t", "|"];

    private const int Records = 50;

    public static string Guess(string text) => Known
        .Select(d => (Delimiter: d, Counts: Count(text, d[0])))
        .Where(x => x.Counts.Count > 0 && x.Counts.Max() > 1)
        .Select(x => (x.Delimiter, Usual: x.Counts.GroupBy(c => c).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First(), x.Counts.Count))
        .Where(x => x.Usual.Key > 1)
        .OrderByDescending(x => (double)x.Usual.Count() / x.Count >= 0.9)
        .ThenByDescending(x => x.Usual.Key)
        .Select(x => x.Delimiter)
        .FirstOrDefault(",");

    private static List<int> Count(string text, char delimiter)
    {
        var counts = new List<int>();
        var (columns, quoted, empty) = (1, false, true);
        foreach (var c in text)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (!quoted && c == delimiter)
            {
                columns++;
            }
            else if (!quoted && c == '\n')
            {
                if (!empty)
                {
                    counts.Add(columns);
                }

                (columns, empty) = (1, true);
                if (counts.Count == Records)
                {
                    return counts;
                }

                continue;
            }

            empty &= c is '\r' or ' ';
        }

        if (!empty && counts.Count == 0)
        {
            counts.Add(columns);
        }

        return counts;
    }
}
