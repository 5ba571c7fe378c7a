using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets;

/// <summary>Tags: short lower-case words, each once, in the order given.</summary>
internal static class TagList
{
    public const int Most = 30;
    public const int Longest = 50;

    /// <exception cref="InvalidInput">for too many, too long or unsafe tags</exception>
    public static List<string> Clean(IEnumerable<string> tags)
    {
        var clean = tags.Select(t => t.Trim().ToLowerInvariant()).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        if (clean.Count > Most)
        {
            throw new InvalidInput("tags", $"At most {Most} tags are allowed.");
        }

        return clean.Find(t => t.Length > Longest || !SafeText.IsSafe(t)) is { } wrong
            ? throw new InvalidInput("tags", $"A tag has at most {Longest} characters; “{SafeText.Cut(SafeText.Mend(wrong), 20)}…” is not possible.")
            : clean;
    }
}
