namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>From C# names to GraphQL names.</summary>
internal static class Naming
{
    private static readonly string[] InputEndings = ["Input", "Filter", "Order"];

    /// <summary><c>CustomerId</c> to <c>customerId</c>.</summary>
    public static string Field(string name) => name.Length == 0 || char.IsLower(name[0]) ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary><c>solveTicket</c> to <c>SolveTicket</c>.</summary>
    public static string Pascal(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary><c>OnHold</c> to <c>ON_HOLD</c>.</summary>
    public static string EnumValue(string name)
    {
        var result = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var startsWord = i > 0 && char.IsUpper(name[i]) && name[i - 1] != '_'
                && (!char.IsUpper(name[i - 1]) || (i + 1 < name.Length && char.IsLower(name[i + 1])));
            if (startsWord)
                result.Append('_');
            result.Append(char.ToUpperInvariant(name[i]));
        }

        return result.ToString();
    }

    /// <summary>Whether a record may be an input type.</summary>
    public static bool IsInput(Type type) => Array.Exists(InputEndings, ending => type.Name.EndsWith(ending, StringComparison.Ordinal));
}
