using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>Stands in an array of values where the client gave none and there is no default: not the same as null.</summary>
internal sealed class Absent
{
    public static readonly Absent Value = new();

    private Absent()
    {
    }
}

/// <summary>The coerced value of an input object: one entry for each declared field, <see cref="Absent"/> where none was given.</summary>
internal sealed class InputObjectValue(InputObjectType type, object?[] values)
{
    public InputObjectType Type { get; } = type;

    public object?[] Values { get; } = values;
}

/// <summary>Turns a coerced value into the CLR value that a resolver takes; attached to arguments of code-first schemas.</summary>
internal abstract class InputBinder
{
    /// <summary>Binds a coerced value, which may be <see cref="Absent"/>; problems of checked records are added to the list.</summary>
    public abstract object? Bind(object? coerced, string path, List<InputProblem> problems);
}

/// <summary>Strings that no database column takes are refused at the door, naming the place.</summary>
internal static class TextRules
{
    public static string? Check(object? value) => value is string text ? CheckText(text) : null;

    private static string? CheckText(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
            return "Text must not contain the character U+0000.";
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i]))
                continue;
            if (!char.IsHighSurrogate(text[i]) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
                return "Text must not contain a lone surrogate.";
            i++;
        }

        return null;
    }
}
