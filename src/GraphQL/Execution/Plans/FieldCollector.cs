using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>One place of a field in the document, with the conditions of the fragments and fields around it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct FieldPlace(FieldNode Node, ConditionTerm[] Terms);

/// <summary>Spec section 6.3.2, CollectFields, done when the plan is compiled: what depends on variables becomes a condition.</summary>
internal sealed class FieldCollector(Schema schema, DocumentNode document, IReadOnlyDictionary<string, int> slots)
{
    private readonly Dictionary<string, FragmentDefinitionNode> _fragments = document.Definitions.OfType<FragmentDefinitionNode>()
        .DistinctBy(fragment => fragment.Name.Value, StringComparer.Ordinal)
        .ToDictionary(fragment => fragment.Name.Value, StringComparer.Ordinal);

    /// <summary>The fields of selection sets on one object type: response names in order, each with its places.</summary>
    public List<(string ResponseName, List<FieldPlace> Places)> Collect(ObjectType type, IEnumerable<(SelectionSetNode Set, ConditionTerm[] Terms)> sets)
    {
        var fields = new List<(string ResponseName, List<FieldPlace> Places)>();
        var byName = new Dictionary<string, List<FieldPlace>>(StringComparer.Ordinal);
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (set, terms) in sets)
            Collect(type, set, terms, visited);
        return fields;

        void Collect(ObjectType onType, SelectionSetNode set, ConditionTerm[] terms, HashSet<string> seen)
        {
            foreach (var selection in set.Selections)
            {
                if (Restrict(selection, terms) is not { } inner)
                    continue;
                switch (selection)
                {
                    case FieldNode field:
                        if (!byName.TryGetValue(field.ResponseName, out var places))
                        {
                            byName[field.ResponseName] = places = [];
                            fields.Add((field.ResponseName, places));
                        }

                        places.Add(new FieldPlace(field, inner));
                        break;
                    case InlineFragmentNode fragment when Applies(onType, fragment.TypeCondition):
                        Collect(onType, fragment.SelectionSet, inner, seen);
                        break;
                    case FragmentSpreadNode spread when _fragments.TryGetValue(spread.Name.Value, out var fragment) && Applies(onType, fragment.TypeCondition):
                        // A spread seen before under no stricter conditions adds nothing.
                        if (seen.Contains(spread.Name.Value) || (inner.Length > 0 && !seen.Add(spread.Name.Value + Key(inner))))
                            break;
                        if (inner.Length == 0)
                            seen.Add(spread.Name.Value);
                        Collect(onType, fragment.SelectionSet, inner, seen);
                        break;
                }
            }
        }
    }

    /// <summary>The conditions with those of the selection's own directives; null when it is never included.</summary>
    private ConditionTerm[]? Restrict(SelectionNode selection, ConditionTerm[] terms)
    {
        foreach (var directive in selection.Directives)
        {
            var expected = directive.Name.Value switch { "include" => true, "skip" => false, _ => (bool?)null };
            if (expected is null)
                continue;
            switch (directive.Arguments.FirstOrDefault(argument => argument.Name.Value is "if")?.Value)
            {
                case BooleanValueNode constant when constant.Value != expected:
                    return null;
                case VariableNode variable when slots.TryGetValue(variable.Name.Value, out var slot):
                    var term = new ConditionTerm(slot, expected.Value);
                    if (!terms.Contains(term))
                        terms = [.. terms, term];
                    break;
            }
        }

        return terms;
    }

    private bool Applies(ObjectType type, NamedTypeNode? condition) =>
        condition is null || (schema.FindType(condition.Name.Value) is CompositeType composite && composite.IsPossible(type));

    private static string Key(ConditionTerm[] terms) => string.Concat(terms.Select(term => $" {term.Slot}{(term.Expected ? '+' : '-')}"));
}
