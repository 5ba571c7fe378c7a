namespace ServiceCrm.GraphQL.Execution;

/// <summary>One <c>@skip</c> or <c>@include</c> with a variable.</summary>
/// <param name="Slot">The variable.</param>
/// <param name="Expected">The value with which the selection is included.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ConditionTerm(int Slot, bool Expected);

/// <summary>
/// The conditions of a plan's fields: a field is included when all terms of any of its places hold. Evaluated once per request, so that
/// a field asks one array element.
/// </summary>
internal sealed class Conditions
{
    private readonly List<ConditionTerm[][]> _conditions = [];
    private readonly Dictionary<string, int> _known = new(StringComparer.Ordinal);

    public int Count => _conditions.Count;

    /// <summary>The number of a condition; -1 when it always holds.</summary>
    public int Add(IReadOnlyList<ConditionTerm[]> places)
    {
        if (places.Any(terms => terms.Length == 0))
            return -1;
        var key = string.Join('|', places.Select(terms => string.Join('&', terms.Select(term => $"{term.Slot}{(term.Expected ? '+' : '-')}"))));
        if (!_known.TryGetValue(key, out var number))
        {
            _known[key] = number = _conditions.Count;
            _conditions.Add([.. places]);
        }

        return number;
    }

    /// <summary>Which conditions hold with these variables.</summary>
    public bool[] Evaluate(object?[] variables)
    {
        var holds = new bool[_conditions.Count];
        for (var i = 0; i < holds.Length; i++)
            holds[i] = Array.Exists(_conditions[i], terms => Array.TrueForAll(terms, term => variables[term.Slot] is bool value && value == term.Expected));
        return holds;
    }
}
