using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.FieldMerging;

/// <summary>Collects the fields of selection sets and remembers them: every set is read once for each type it is used with.</summary>
internal sealed class FieldCollector(ValidationContext context)
{
    private readonly Dictionary<(SelectionSetNode, NamedType?), CollectedFields> _collected = [];

    public CollectedFields Collect(NamedType? parentType, SelectionSetNode selectionSet)
    {
        if (!_collected.TryGetValue((selectionSet, parentType), out var fields))
        {
            fields = new CollectedFields(_collected.Count);
            Collect(parentType, selectionSet, fields);
            _collected.Add((selectionSet, parentType), fields);
        }

        return fields;
    }

    public CollectedFields Collect(FragmentDefinitionNode fragment) =>
        Collect(context.Schema.FindType(fragment.TypeCondition.Name.Value), fragment.SelectionSet);

    /// <summary>The fragments that the fields' selection set spreads, each once.</summary>
    public List<FragmentDefinitionNode?> FragmentsOf(CollectedFields fields, ref int budget)
    {
        if (fields.Fragments is { } known)
            return known;

        var fragments = new List<FragmentDefinitionNode?>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var hasUnknown = false;
        foreach (var spread in fields.Spreads)
        {
            budget--;
            var fragment = context.Fragments.Find(spread.Name.Value);
            if (fragment is null ? !hasUnknown : seen.Add(spread.Name.Value))
            {
                hasUnknown |= fragment is null;
                fragments.Add(fragment);
            }
        }

        return fields.Fragments = fragments;
    }

    private void Collect(NamedType? parentType, SelectionSetNode selectionSet, CollectedFields fields)
    {
        foreach (var selection in selectionSet.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    fields.Add(new FieldEntry(parentType, field));
                    break;
                case FragmentSpreadNode spread:
                    fields.Spreads.Add(spread);
                    break;
                case InlineFragmentNode { TypeCondition: { } condition } fragment:
                    Collect(context.Schema.FindType(condition.Name.Value), fragment.SelectionSet, fields);
                    break;
                case InlineFragmentNode fragment:
                    Collect(parentType, fragment.SelectionSet, fields);
                    break;
            }
        }
    }
}
