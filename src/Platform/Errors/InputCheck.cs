namespace ServiceCrm.Platform.Errors;

/// <summary>Collects every problem of an input before refusing it, so that a person mends a form once.</summary>
public sealed class InputCheck
{
    private readonly List<FieldProblem> _problems = [];

    public void Add(string path, string message) => _problems.Add(new FieldProblem(path, message));

    /// <summary>A text that must be there: trimmed, 1 to <paramref name="max"/> characters.</summary>
    public string Required(string path, string? value, int max)
    {
        var text = value?.Trim() ?? "";
        if (text.Length == 0)
        {
            Add(path, "This must not be empty.");
        }

        return Limited(path, text, max);
    }

    /// <summary>A text that may be absent; blank counts as absent.</summary>
    public string? Optional(string path, string? value, int max) =>
        string.IsNullOrWhiteSpace(value) ? null : Limited(path, value.Trim(), max);

    /// <summary>Runs a parser that throws <see cref="FormatException"/> with words for people.</summary>
    public T? Parse<T>(string path, string? value, Func<string, T> parse)
    {
        try
        {
            return string.IsNullOrWhiteSpace(value) ? default : parse(value);
        }
        catch (FormatException wrong)
        {
            Add(path, wrong.Message);
            return default;
        }
    }

    /// <exception cref="InvalidInput">when anything was wrong</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
        {
            throw new InvalidInput(_problems);
        }
    }

    private string Limited(string path, string text, int max)
    {
        if (text.Length > max)
        {
            Add(path, $"This is {text.Length} characters long; at most {max} are allowed.");
        }

        if (!Values.SafeText.IsSafe(text))
        {
            Add(path, "This contains a NUL or a broken character.");
        }

        return text;
    }
}
