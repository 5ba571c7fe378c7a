using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.FieldMerging;

/// <summary>
/// Tells in near-linear time that a whole document has no fields that cannot be merged (after S. Adameit, "Overlapping fields", 2018).
/// All selection sets that end up in one object are looked at together and each field only with the first of its group, instead of
/// every field with every other. Only when this finds something does <see cref="ConflictFinder"/> search for what to report.
/// </summary>
internal sealed class MergeCheck(ValidationContext context, FieldCollector collector)
{
    private readonly ArgumentComparison _arguments = new();
    private readonly HashSet<CollectedFields> _seen = [];
    private readonly HashSet<(CollectedFields, Aspects)> _checkedAlone = [];
    private readonly HashSet<string> _checkedTogether = new(StringComparer.Ordinal);
    private int _budget = context.Options.MergingBudget;

    /// <summary>
    /// What has to agree. Fields of different object types never meet, so they need only the same shape (SameResponseShape); the others
    /// must be the same field with the same arguments (FieldsInSetCanMerge).
    /// </summary>
    [Flags]
    private enum Aspects
    {
        Shape = 1,
        Meaning = 2,
        Both = Shape | Meaning,
    }

    /// <summary>False when there is a conflict, or when the budget does not suffice to say.</summary>
    public bool IsFreeOfConflicts()
    {
        foreach (var definition in context.Document.Definitions)
        {
            var root = definition switch
            {
                OperationDefinitionNode operation => collector.Collect(context.Schema.RootType(operation.Operation), operation.SelectionSet),
                FragmentDefinitionNode fragment => collector.Collect(fragment),
                _ => null,
            };

            // A fragment that a definition above has included was checked with it.
            var isChecked = root is null || (definition is FragmentDefinitionNode && _seen.Contains(root));
            if (!isChecked && !Check([root!], Aspects.Both))
                return false;
        }

        return true;
    }

    /// <summary>Checks the object that all the selection sets make together.</summary>
    private bool Check(List<CollectedFields> selectionSets, Aspects aspects)
    {
        ValidationContext.EnsureStack();
        var merged = WithFragments(selectionSets);
        if (merged.Count == 0)
            return true;

        if (merged.Count > 1)
            return !_checkedTogether.Add(KeyOf(merged, aspects)) || CheckGroups(Regroup(merged), aspects);

        return !_checkedAlone.Add((merged[0], aspects)) || CheckGroups(merged[0], aspects);
    }

    private bool CheckGroups(CollectedFields fields, Aspects aspects)
    {
        foreach (var (_, group) in fields.Groups)
        {
            _budget -= group.Count;
            if (_budget < 0 || !CheckGroup(group, aspects))
                return false;
        }

        return true;
    }

    private bool CheckGroup(List<FieldEntry> group, Aspects aspects)
    {
        if (group.Count > 1)
        {
            if (group.Exists(field => field.Stream is not null) || (aspects.HasFlag(Aspects.Shape) && !Shapes.AreSame(group)))
                return false;

            if (aspects.HasFlag(Aspects.Meaning) && HasSeveralObjects(group))
                return CheckByObject(group) && (aspects is Aspects.Meaning || CheckSelections(group, Aspects.Shape));

            if (aspects.HasFlag(Aspects.Meaning) && !HaveSameMeaning(group))
                return false;
        }

        return CheckSelections(group, aspects);
    }

    /// <summary>Each object type can have its own fields together with those that were selected on interfaces.</summary>
    private bool CheckByObject(List<FieldEntry> group)
    {
        var onAny = group.FindAll(field => field.ParentType is not ObjectType);
        foreach (var onObject in group.Where(field => field.ParentType is ObjectType).GroupBy(field => field.ParentType))
        {
            List<FieldEntry> together = [.. onObject, .. onAny];
            _budget -= together.Count;
            if (_budget < 0 || !HaveSameMeaning(together) || !CheckSelections(together, Aspects.Meaning))
                return false;
        }

        return true;
    }

    private bool CheckSelections(List<FieldEntry> fields, Aspects aspects)
    {
        List<CollectedFields>? selections = null;
        foreach (var field in fields)
        {
            if (field.Node.SelectionSet is not null)
                (selections ??= []).Add(collector.Collect(field.Definition?.Type.Named, field.Node.SelectionSet));
        }

        return selections is null || Check(selections, aspects);
    }

    private static bool HasSeveralObjects(List<FieldEntry> group)
    {
        var first = group.Find(field => field.ParentType is ObjectType)?.ParentType;
        return first is not null && group.Exists(field => field.ParentType is ObjectType && !ReferenceEquals(field.ParentType, first));
    }

    private bool HaveSameMeaning(List<FieldEntry> fields)
    {
        var first = fields[0].Node;
        foreach (var field in fields)
        {
            if (!string.Equals(field.Node.Name.Value, first.Name.Value, StringComparison.Ordinal)
                || !_arguments.AreSame(first.Arguments, field.Node.Arguments, ref _budget))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The sets and those of the fragments they spread, each once and without those that have no fields of their own.</summary>
    private List<CollectedFields> WithFragments(List<CollectedFields> selectionSets)
    {
        if (selectionSets is [{ Spreads.Count: 0 } only])
        {
            _seen.Add(only);
            return only.Groups.Count > 0 ? selectionSets : [];
        }

        var found = new HashSet<CollectedFields>();
        var open = new Stack<CollectedFields>(selectionSets);
        while (open.TryPop(out var fields))
        {
            if (!found.Add(fields))
                continue;

            _seen.Add(fields);
            foreach (var fragment in collector.FragmentsOf(fields, ref _budget))
            {
                if (fragment is not null)
                    open.Push(collector.Collect(fragment));
            }
        }

        return [.. found.Where(fields => fields.Groups.Count > 0)];
    }

    private static CollectedFields Regroup(List<CollectedFields> merged)
    {
        var all = new CollectedFields(number: -1);
        foreach (var fields in merged)
        {
            foreach (var (_, group) in fields.Groups)
                group.ForEach(all.Add);
        }

        return all;
    }

    private static string KeyOf(List<CollectedFields> merged, Aspects aspects) => $"{aspects} {string.Join(' ', merged.Select(fields => fields.Number).Order())}";
}
