using ServiceCrm.GraphQL.Validation.FieldMerging;

namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Fields with the same response name can be merged into one (spec section 5.3.2).</summary>
public sealed class OverlappingFieldsCanBeMergedRule(ValidationContext context) : ValidationRule(context, [NodeKind.Document, NodeKind.SelectionSet])
{
    private ConflictFinder? _finder;

    internal override void Enter(AstNode node)
    {
        if (node is DocumentNode)
        {
            // Nearly all documents are fine, and that is quickly said; finding what to report may cost much more.
            var collector = new FieldCollector(Context);
            if (!DistinctNames.Everywhere(Context.Document) && !new MergeCheck(Context, collector).IsFreeOfConflicts())
                _finder = new ConflictFinder(Context, collector);

            return;
        }

        var selectionSet = (SelectionSetNode)node;

        // The set around an inline fragment has looked into it already, and a single field or spread has nothing to conflict with.
        if (_finder is null || Context.TypeInfo.Parent is InlineFragmentNode || selectionSet.Selections is [] or [not InlineFragmentNode])
            return;

        foreach (var conflict in _finder.FindWithin(Context.TypeInfo.ParentType, selectionSet))
        {
            Context.Report(
                $"Fields \"{Conflict.Shorten(conflict.ResponseName)}\" conflict because {conflict.Reason}. Use different aliases on the fields to fetch both if this was intentional.",
                [.. conflict.Left.Concat(conflict.Right).Select(field => field.Location)]);
        }
    }
}
