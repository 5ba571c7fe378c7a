using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>A fragment can match where it is spread (spec section 5.5.2.3).</summary>
public sealed class PossibleFragmentSpreadsRule(ValidationContext context) : ValidationRule(context, [NodeKind.InlineFragment, NodeKind.FragmentSpread])
{
    internal override void Enter(AstNode node)
    {
        var spread = node as FragmentSpreadNode;
        var fragmentType = spread is null ? Context.TypeInfo.Type as CompositeType
            : Context.Fragments.Find(spread.Name.Value) is { } fragment ? Context.Schema.FindType(fragment.TypeCondition) as CompositeType
            : null;
        if (fragmentType is null || Context.TypeInfo.ParentType is not { } parentType || TypeComparison.Overlap(fragmentType, parentType))
            return;

        var name = spread is null ? "Fragment" : $"Fragment \"{spread.Name}\"";
        Context.Report($"{name} cannot be spread here as objects of type \"{parentType}\" can never be of type \"{fragmentType}\".", node.Location);
    }
}
