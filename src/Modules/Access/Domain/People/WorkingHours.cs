using System.Globalization;
using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Access;

/// <summary>A span of work on one weekday, in the person's own time zone: <c>09:00</c> to <c>17:30</c>; <c>24:00</c> is the end of the day.</summary>
internal sealed record WorkingTime(DayOfWeek Day, string From, string To);

/// <summary>Working hours of one person, as they are stored: <c>Monday 09:00-17:30</c>.</summary>
internal static class WorkingHours
{
    private const int MostSpans = 28;
    private const int Day = 24 * 60;

    /// <exception cref="InvalidInput">when a time cannot be read, a span ends before it begins, or two of a day overlap</exception>
    public static List<string> Check(IReadOnlyList<WorkingTime> hours, string path)
    {
        var check = new InputCheck();
        if (hours.Count > MostSpans)
        {
            check.Add(path, $"At most {MostSpans} spans are kept.");
        }

        var spans = hours.Select((h, i) => (h.Day, From: Minutes(h.From, $"{path}.{i}.from", check), To: Minutes(h.To, $"{path}.{i}.to", check), Index: i)).ToList();
        foreach (var span in spans.Where(s => s.From >= s.To && s.From >= 0 && s.To >= 0))
        {
            check.Add($"{path}.{span.Index}.to", "The end must be after the beginning.");
        }

        foreach (var (before, after) in spans.GroupBy(s => s.Day).SelectMany(d => d.OrderBy(s => s.From).Zip(d.OrderBy(s => s.From).Skip(1))).Where(p => p.Second.From < p.First.To))
        {
            check.Add($"{path}.{after.Index}.from", $"This overlaps the span that ends at {Text(before.To)}.");
        }

        check.ThrowIfAny();
        return [.. spans.OrderBy(s => ((int)s.Day + 6) % 7).ThenBy(s => s.From).Select(s => $"{s.Day} {Text(s.From)}-{Text(s.To)}")];
    }

    public static WorkingTime Parse(string stored)
    {
        var parts = stored.Split(' ', '-');
        return new WorkingTime(Enum.Parse<DayOfWeek>(parts[0]), parts[1], parts[2]);
    }

    /// <summary>Whether a moment of a week in the person's time zone is one of work; without hours every moment is.</summary>
    public static bool Cover(IReadOnlyList<string> stored, DateTimeOffset local)
    {
        var minute = (local.Hour * 60) + local.Minute;
        return stored.Count == 0 || stored.Select(Parse).Any(h => h.Day == local.DayOfWeek && Read(h.From) <= minute && minute < Read(h.To));
    }

    private static int Minutes(string text, string path, InputCheck check)
    {
        var minutes = Read(text);
        if (minutes < 0)
        {
            check.Add(path, "Write a time of day such as 09:00.");
        }

        return minutes;
    }

    private static int Read(string text) => text == "24:00" ? Day
        : TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? (time.Hour * 60) + time.Minute : -1;

    private static string Text(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / 60:00}:{minutes % 60:00}");
}
