using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.FieldMerging;

/// <content>Two fields of one response name.</content>
internal sealed partial class ConflictFinder
{
    private Conflict? Compare(string responseName, FieldEntry left, FieldEntry right, bool areExclusive)
    {
        Spend(2);
        var leftType = left.Definition?.Type;
        var rightType = right.Definition?.Type;
        var haveSameName = string.Equals(left.Node.Name.Value, right.Node.Name.Value, StringComparison.Ordinal);
        if (haveSameName && left.IsSimpleLeaf && right.IsSimpleLeaf && ReferenceEquals(leftType, rightType))
            return null;

        // Fields of two different object types never meet in one object, so only the shape of their values has to agree.
        areExclusive |= !ReferenceEquals(left.ParentType, right.ParentType) && left.ParentType is ObjectType && right.ParentType is ObjectType;
        var reason = (areExclusive ? null : Difference(left.Node, right.Node, haveSameName))
            ?? StreamConflict(left.Stream, right.Stream)
            ?? (leftType is not null && rightType is not null && ShapesDiffer(leftType, rightType)
                ? $"they return conflicting types \"{leftType}\" and \"{rightType}\""
                : null);
        if (reason is not null)
            return new(responseName, reason, [left.Node], [right.Node]);

        if (left.Node.SelectionSet is not { } leftSet || right.Node.SelectionSet is not { } rightSet)
            return null;

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
            CompareWithFragment(conflicts, left, fragment, areExclusive);

        foreach (var fragment in leftFragments)
            CompareWithFragment(conflicts, right, fragment, areExclusive);

        foreach (var leftFragment in leftFragments)
        {
            foreach (var rightFragment in rightFragments)
                CompareFragments(conflicts, leftFragment, rightFragment, areExclusive);
        }

        return conflicts;
    }

    private string? Difference(FieldNode left, FieldNode right, bool haveSameName)
    {
        if (!haveSameName)
            return $"\"{Conflict.Shorten(left.Name.Value)}\" and \"{Conflict.Shorten(right.Name.Value)}\" are different fields";

        return _arguments.AreSame(left.Arguments, right.Arguments, ref _budget) ? null : "they have differing arguments";
    }

    private string? StreamConflict(DirectiveNode? left, DirectiveNode? right)
    {
        if (left is null && right is null)
            return null;

        const string Reason = "they have overlapping stream directives";
        return left is not null && right is not null && _arguments.AreSame(left.Arguments, right.Arguments, ref _budget)
            ? Reason + ". See https://github.com/graphql/defer-stream-wg/discussions/100"
            : Reason;
    }

    private bool ShapesDiffer(GraphQLType left, GraphQLType right)
    {
        if (ReferenceEquals(left, right))
            return false;

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
}
