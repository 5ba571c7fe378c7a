using ServiceCrm.GraphQL.Language;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.FieldMerging;

/// <summary>
/// Finds fields that cannot be merged. Fields are compared pair by pair within their response name, fragments as a whole: a pair of
/// fragments, or of a selection set and a fragment, is compared once however often it occurs. A budget bounds the rest.
/// </summary>
internal sealed class ConflictFinder(ValidationContext context, FieldCollector collector)
{
    private static readonly object Unknown = new();

    private readonly ArgumentComparison _arguments = new();
    private readonly ComparedPairs<CollectedFields, object> _comparedWithFragment = new();
    private readonly ComparedPairs<FragmentDefinitionNode, FragmentDefinitionNode> _comparedFragments = new();
    private int _budget = context.Options.MergingBudget;

    /// <summary>The conflicts of a selection set with itself, in the order of graphql-js.</summary>
    public List<Conflict> FindWithin(NamedType? parentType, SelectionSetNode selectionSet)
    {
        var conflicts = new List<Conflict>();
        var fields = collector.Collect(parentType, selectionSet);
        foreach (var (responseName, group) in fields.Groups)
        {
            for (var i = 0; i < group.Count; i++)
            {
                for (var j = i + 1; j < group.Count; j++)
                {
                    Add(conflicts, Compare(responseName, group[i], group[j], areExclusive: false));
                }
            }
        }

        if (fields.Spreads.Count > 0 && (fields.Groups.Count > 0 || fields.Spreads.Count > 1))
        {
            var fragments = FragmentsOf(fields);
            for (var i = 0; i < fragments.Count; i++)
            {
                CompareWithFragment(conflicts, fields, fragments[i], areExclusive: false);
                for (var j = i + 1; j < fragments.Count; j++)
                {
                    CompareFragments(conflicts, fragments[i], fragments[j], areExclusive: false);
                }
            }
        }

        return conflicts;
    }

    private void CompareWithFragment(List<Conflict> conflicts, CollectedFields fields, FragmentDefinitionNode? fragment, bool areExclusive)
    {
        ValidationContext.EnsureStack();
        Spend(1);
        if (fields.Groups.Count == 0 || _comparedWithFragment.Contains(fields, fragment ?? Unknown, areExclusive))
        {
            return;
        }

        _comparedWithFragment.Add(fields, fragment ?? Unknown, areExclusive);
        if (fragment is null)
        {
            return;
        }

        var fragmentFields = collector.Collect(fragment);
        var nested = FragmentsOf(fragmentFields);
        if (ReferenceEquals(fields, fragmentFields))
        {
            return;
        }

        CompareAll(conflicts, fields, fragmentFields, areExclusive);
        foreach (var next in nested)
        {
            CompareWithFragment(conflicts, fields, next, areExclusive);
        }
    }

    private void CompareFragments(List<Conflict> conflicts, FragmentDefinitionNode? left, FragmentDefinitionNode? right, bool areExclusive)
    {
        ValidationContext.EnsureStack();
        Spend(2);
        if (left is null || right is null || ReferenceEquals(left, right)
            || _comparedFragments.Contains(left, right, areExclusive) || _comparedFragments.Contains(right, left, areExclusive))
        {
            return;
        }

        _comparedFragments.Add(left, right, areExclusive);
        var leftFields = collector.Collect(left);
        var leftNested = FragmentsOf(leftFields);
        var rightFields = collector.Collect(right);
        var rightNested = FragmentsOf(rightFields);
        CompareAll(conflicts, leftFields, rightFields, areExclusive);
        foreach (var next in rightNested)
        {
            CompareFragments(conflicts, left, next, areExclusive);
        }

        foreach (var next in leftNested)
        {
            CompareFragments(conflicts, next, right, areExclusive);
        }
    }

    private void CompareAll(List<Conflict> conflicts, CollectedFields left, CollectedFields right, bool areExclusive)
    {
        if (left.Groups.Count == 0 || right.Groups.Count == 0)
        {
            return;
        }

        foreach (var (responseName, leftGroup) in left.Groups)
        {
            Spend(1);
            if (right.Find(responseName) is not { } rightGroup)
            {
                continue;
            }

            foreach (var leftField in leftGroup)
            {
                foreach (var rightField in rightGroup)
                {
                    Add(conflicts, Compare(responseName, leftField, rightField, areExclusive));
                }
            }
        }
    }

    private Conflict? Compare(string responseName, FieldEntry left, FieldEntry right, bool areExclusive)
    {
        Spend(2);
        var leftType = left.Definition?.Type;
        var rightType = right.Definition?.Type;
        var haveSameName = string.Equals(left.Node.Name.Value, right.Node.Name.Value, StringComparison.Ordinal);
        if (haveSameName && left.IsSimpleLeaf && right.IsSimpleLeaf && ReferenceEquals(leftType, rightType))
        {
            return null;
        }

        // Fields of two different object types never meet in one object, so only the shape of their values has to agree.
        areExclusive |= !ReferenceEquals(left.ParentType, right.ParentType) && left.ParentType is ObjectType && right.ParentType is ObjectType;
        var reason = (areExclusive ? null : Difference(left.Node, right.Node, haveSameName))
            ?? StreamConflict(left.Stream, right.Stream)
            ?? (leftType is not null && rightType is not null && ShapesDiffer(leftType, rightType)
                ? $"they return conflicting types \"{leftType}\" and \"{rightType}\""
                : null);
        if (reason is not null)
        {
            return new(responseName, reason, [left.Node], [right.Node]);
        }

        if (left.Node.SelectionSet is not { } leftSet || right.Node.SelectionSet is not { } rightSet)
        {
            return null;
        }

        var subfields = CompareSelections(collector.Collect(leftType?.Named, leftSet), collector.Collect(rightType?.Named, rightSet), areExclusive);
        return Conflict.OfSubfields(subfields, responseName, left.Node, right.Node);
    }

    private List<Conflict> CompareSelections(CollectedFields left, CollectedFields right, bool areExclusive)
    {
        ValidationContext.EnsureStack();
        var conflicts = new List<Conflict>();
        var leftFragments = FragmentsOf(left);
        var rightFragments = FragmentsOf(right);
        CompareAll(conflicts, left, right, areExclusive);
        foreach (var fragment in rightFragments)
        {
            CompareWithFragment(conflicts, left, fragment, areExclusive);
        }

        foreach (var fragment in leftFragments)
        {
            CompareWithFragment(conflicts, right, fragment, areExclusive);
        }

        foreach (var leftFragment in leftFragments)
        {
            foreach (var rightFragment in rightFragments)
            {
                CompareFragments(conflicts, leftFragment, rightFragment, areExclusive);
            }
        }

        return conflicts;
    }

    private string? Difference(FieldNode left, FieldNode right, bool haveSameName)
    {
        if (!haveSameName)
        {
            return $"\"{Conflict.Shorten(left.Name.Value)}\" and \"{Conflict.Shorten(right.Name.Value)}\" are different fields";
        }

        return _arguments.AreSame(left.Arguments, right.Arguments, ref _budget) ? null : "they have differing arguments";
    }

    private string? StreamConflict(DirectiveNode? left, DirectiveNode? right)
    {
        if (left is null && right is null)
        {
            return null;
        }

        const string Reason = "they have overlapping stream directives";
        return left is not null && right is not null && _arguments.AreSame(left.Arguments, right.Arguments, ref _budget)
            ? Reason + ". See https://github.com/graphql/defer-stream-wg/discussions/100"
            : Reason;
    }

    private bool ShapesDiffer(GraphQLType left, GraphQLType right)
    {
        if (ReferenceEquals(left, right))
        {
            return false;
        }

        Spend(1);
        return (left, right) switch
        {
            (ListType a, ListType b) => ShapesDiffer(a.ItemType, b.ItemType),
            (ListType, _) or (_, ListType) => true,
            (NonNullType a, NonNullType b) => ShapesDiffer(a.InnerType, b.InnerType),
            (NonNullType, _) or (_, NonNullType) => true,
            _ => left.IsLeaf || right.IsLeaf,
        };
    }

    private List<FragmentDefinitionNode?> FragmentsOf(CollectedFields fields) => collector.FragmentsOf(fields, ref _budget);

    private static void Add(List<Conflict> conflicts, Conflict? conflict)
    {
        if (conflict is not null)
        {
            conflicts.Add(conflict);
        }
    }

    private void Spend(int cost)
    {
        _budget -= cost;
        if (_budget < 0)
        {
            throw new ValidationAbortedException(ValidationAbortedException.TooExpensive);
        }
    }
}
