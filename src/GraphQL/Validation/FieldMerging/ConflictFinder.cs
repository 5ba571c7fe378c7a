using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.FieldMerging;

/// <summary>
/// Finds fields that cannot be merged. Fields are compared pair by pair within their response name, fragments as a whole: a pair of
/// fragments, or of a selection set and a fragment, is compared once however often it occurs. A budget bounds the rest.
/// </summary>
internal sealed partial class ConflictFinder(ValidationContext context, FieldCollector collector)
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
                    Add(conflicts, Compare(responseName, group[i], group[j], areExclusive: false));
            }
        }

        if (fields.Spreads.Count > 0 && (fields.Groups.Count > 0 || fields.Spreads.Count > 1))
        {
            var fragments = FragmentsOf(fields);
            for (var i = 0; i < fragments.Count; i++)
            {
                CompareWithFragment(conflicts, fields, fragments[i], areExclusive: false);
                for (var j = i + 1; j < fragments.Count; j++)
                    CompareFragments(conflicts, fragments[i], fragments[j], areExclusive: false);
            }
        }

        return conflicts;
    }

    private void CompareWithFragment(List<Conflict> conflicts, CollectedFields fields, FragmentDefinitionNode? fragment, bool areExclusive)
    {
        ValidationContext.EnsureStack();
        Spend(1);
        if (fields.Groups.Count == 0 || _comparedWithFragment.Contains(fields, fragment ?? Unknown, areExclusive))
            return;

        _comparedWithFragment.Add(fields, fragment ?? Unknown, areExclusive);
        if (fragment is null)
            return;

        var fragmentFields = collector.Collect(fragment);
        var nested = FragmentsOf(fragmentFields);
        if (ReferenceEquals(fields, fragmentFields))
            return;

        CompareAll(conflicts, fields, fragmentFields, areExclusive);
        foreach (var next in nested)
            CompareWithFragment(conflicts, fields, next, areExclusive);
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
            CompareFragments(conflicts, left, next, areExclusive);

        foreach (var next in leftNested)
            CompareFragments(conflicts, next, right, areExclusive);
    }

    private void CompareAll(List<Conflict> conflicts, CollectedFields left, CollectedFields right, bool areExclusive)
    {
        if (left.Groups.Count == 0 || right.Groups.Count == 0)
            return;

        foreach (var (responseName, leftGroup) in left.Groups)
        {
            Spend(1);
            if (right.Find(responseName) is not { } rightGroup)
                continue;

            foreach (var leftField in leftGroup)
            {
                foreach (var rightField in rightGroup)
                    Add(conflicts, Compare(responseName, leftField, rightField, areExclusive));
            }
        }
    }

    private List<FragmentDefinitionNode?> FragmentsOf(CollectedFields fields) => collector.FragmentsOf(fields, ref _budget);

    private static void Add(List<Conflict> conflicts, Conflict? conflict)
    {
        if (conflict is not null)
            conflicts.Add(conflict);
    }

    private void Spend(int cost)
    {
        _budget -= cost;
        if (_budget < 0)
            throw new ValidationAbortedException(ValidationAbortedException.TooExpensive);
    }
}
