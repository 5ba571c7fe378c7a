namespace ServiceCrm.GraphQL.Validation;

/// <summary>How large a selection is when every fragment is put where it is spread.</summary>
/// <param name="Depth">Levels of fields; introspection counts as one, it has a rule of its own.</param>
/// <param name="Fields">Fields altogether.</param>
/// <param name="RootFields">Fields on the first level.</param>
/// <param name="Aliases">Fields with an alias.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Measure(int Depth, long Fields, long RootFields, long Aliases);

/// <summary>
/// Measures operations for the limits. A fragment is measured once and its figures are added at each spread, so fragments that multiply
/// each other cost nothing to measure; a fragment inside itself counts nothing, which another rule reports.
/// </summary>
internal sealed class OperationMeasure(FragmentIndex fragments)
{
    /// <summary>Far above every sensible limit, far below overflow.</summary>
    private const long Saturated = 1L << 40;

    private readonly Dictionary<string, Measure> _fragments = new(StringComparer.Ordinal);
    private readonly Dictionary<SelectionSetNode, Measure> _operations = new(ReferenceEqualityComparer.Instance);

    public Measure Of(OperationDefinitionNode operation)
    {
        if (!_operations.TryGetValue(operation.SelectionSet, out var measure))
            _operations.Add(operation.SelectionSet, measure = Of(operation.SelectionSet));

        return measure;
    }

    private Measure Of(SelectionSetNode selectionSet)
    {
        ValidationContext.EnsureStack();
        var sum = default(Measure);
        foreach (var selection in selectionSet.Selections)
        {
            var part = selection switch
            {
                FieldNode field => Of(field),
                InlineFragmentNode fragment => Of(fragment.SelectionSet),
                _ => Of((FragmentSpreadNode)selection),
            };
            sum = new Measure(
                Math.Max(sum.Depth, part.Depth),
                Math.Min(Saturated, sum.Fields + part.Fields),
                Math.Min(Saturated, sum.RootFields + part.RootFields),
                Math.Min(Saturated, sum.Aliases + part.Aliases));
        }

        return sum;
    }

    private Measure Of(FieldNode field)
    {
        var below = field.SelectionSet is null ? default : Of(field.SelectionSet);
        var isIntrospection = field.Name.Value.StartsWith("__", StringComparison.Ordinal);
        return new Measure(isIntrospection ? 1 : below.Depth + 1, below.Fields + 1, 1, below.Aliases + (field.Alias is null ? 0 : 1));
    }

    private Measure Of(FragmentSpreadNode spread)
    {
        var name = spread.Name.Value;
        if (!_fragments.TryGetValue(name, out var measure) && fragments.Find(name) is { } fragment)
        {
            _fragments[name] = default;
            _fragments[name] = measure = Of(fragment.SelectionSet);
        }

        return measure;
    }
}
