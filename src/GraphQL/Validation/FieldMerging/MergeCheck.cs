using ServiceCrm.GraphQL.Language;
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
    private readonly Dictionary<CollectedFields, int> _numbers = [];
    private readonly HashSet<string> _checked = new(StringComparer.Ordinal);
    private int _budget = context.Options.MergingBudget;

    private delegate bool GroupCheck(List<FieldEntry> group);

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

            // A fragment that an operation above has included was checked with it.
            if (root is null || (definition is FragmentDefinitionNode && _numbers.ContainsKey(root)))
            {
                continue;
            }

            if (!Check([root], HasOneShape, "shape ") || !Check([root], HasOneMeaning, "meaning "))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Checks the object that all the selection sets make together.</summary>
    private bool Check(IEnumerable<CollectedFields> selectionSets, GroupCheck check, string purpose)
    {
        ValidationContext.EnsureStack();
        var merged = WithFragments(selectionSets);
        if (!_checked.Add(purpose + string.Join(' ', merged.Select(NumberOf).Order())))
        {
            return true;
        }

        foreach (var group in GroupByResponseName(merged))
        {
            _budget -= group.Count;
            if (_budget < 0 || (group.Count > 1 && group.Exists(field => field.Stream is not null)) || !check(group))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Spec section 5.3.2, SameResponseShape: holds for all fields of a name, whatever objects they are selected on.</summary>
    private bool HasOneShape(List<FieldEntry> group)
    {
        GraphQLType? first = null;
        foreach (var type in group.Select(field => field.Definition?.Type))
        {
            if (first is not null && type is not null && ShapesDiffer(first, type))
            {
                return false;
            }

            first ??= type;
        }

        return Check(SelectionsOf(group), HasOneShape, "shape ");
    }

    /// <summary>Spec section 5.3.2, FieldsInSetCanMerge: the same field with the same arguments, for every object that can have them together.</summary>
    private bool HasOneMeaning(List<FieldEntry> group)
    {
        var byObject = group.Where(field => field.ParentType is ObjectType).GroupBy(field => field.ParentType).ToList();
        if (byObject.Count <= 1)
        {
            return AreSame(group);
        }

        var onAny = group.FindAll(field => field.ParentType is not ObjectType);
        return byObject.TrueForAll(fields => AreSame([.. fields, .. onAny]));
    }

    private bool AreSame(List<FieldEntry> fields)
    {
        _budget -= fields.Count;
        var first = fields[0].Node;
        foreach (var field in fields)
        {
            if (!string.Equals(field.Node.Name.Value, first.Name.Value, StringComparison.Ordinal)
                || !_arguments.AreSame(first.Arguments, field.Node.Arguments, ref _budget))
            {
                return false;
            }
        }

        return _budget >= 0 && Check(SelectionsOf(fields), HasOneMeaning, "meaning ");
    }

    private IEnumerable<CollectedFields> SelectionsOf(List<FieldEntry> fields) => fields
        .Where(field => field.Node.SelectionSet is not null)
        .Select(field => collector.Collect(field.Definition?.Type.Named, field.Node.SelectionSet!));

    /// <summary>The sets and those of the fragments they spread, each once and without those that have no fields of their own.</summary>
    private List<CollectedFields> WithFragments(IEnumerable<CollectedFields> selectionSets)
    {
        var seen = new HashSet<CollectedFields>();
        var open = new Stack<CollectedFields>(selectionSets);
        while (open.TryPop(out var fields))
        {
            if (!seen.Add(fields))
            {
                continue;
            }

            NumberOf(fields);
            foreach (var fragment in collector.FragmentsOf(fields, ref _budget))
            {
                if (fragment is not null)
                {
                    open.Push(collector.Collect(fragment));
                }
            }
        }

        return [.. seen.Where(fields => fields.Groups.Count > 0)];
    }

    private static IEnumerable<List<FieldEntry>> GroupByResponseName(List<CollectedFields> merged) => merged.Count == 1
        ? merged[0].Groups.Select(group => group.Fields)
        : merged.SelectMany(fields => fields.Groups).GroupBy(
            group => group.ResponseName,
            group => group.Fields,
            (_, groups) => groups.SelectMany(group => group).ToList(),
            StringComparer.Ordinal);

    private int NumberOf(CollectedFields fields)
    {
        if (!_numbers.TryGetValue(fields, out var number))
        {
            _numbers.Add(fields, number = _numbers.Count);
        }

        return number;
    }

    private static bool ShapesDiffer(GraphQLType left, GraphQLType right) => (left, right) switch
    {
        (ListType a, ListType b) => ShapesDiffer(a.ItemType, b.ItemType),
        (NonNullType a, NonNullType b) => ShapesDiffer(a.InnerType, b.InnerType),
        (NamedType a, NamedType b) => (a.IsLeaf || b.IsLeaf) && !ReferenceEquals(a, b),
        _ => true,
    };
}
