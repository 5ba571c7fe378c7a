using System.Collections.Concurrent;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>
/// The plans of a document with <c>@defer</c> or <c>@stream</c> for clients that take its answer in parts: one for each combination of its
/// Boolean variables, since those decide which field comes when.
/// </summary>
internal sealed class IncrementalPlans(Plan whole, Func<object?[], Plan> compile)
{
    private const int MaxKept = 32;

    private readonly ConcurrentDictionary<string, Plan> _plans = new(StringComparer.Ordinal);
    private readonly int[] _slots = [.. Enumerable.Range(0, whole.Variables.Length).Where(slot => ReferenceEquals(whole.Variables[slot].Type.Nullable, BuiltInScalars.Boolean))];

    /// <summary>The plan for these variables; the one for a whole answer when dividing it would take too much.</summary>
    public Plan For(object?[] variables)
    {
        var key = string.Concat(_slots.Select(slot => variables[slot] is bool value ? (value ? '1' : '0') : '-'));
        if (_plans.TryGetValue(key, out var known))
            return known;
        Plan plan;
        try
        {
            plan = compile(variables);
        }
        catch (GraphQLFieldException)
        {
            plan = whole;
        }

        if (_plans.Count < MaxKept)
            _plans.TryAdd(key, plan);
        return plan;
    }
}
