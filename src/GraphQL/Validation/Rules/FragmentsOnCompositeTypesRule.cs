using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Fragments have conditions on objects, interfaces and unions (spec section 5.5.1.3).</summary>
public sealed class FragmentsOnCompositeTypesRule(ValidationContext context) : ValidationRule(context, [NodeKind.InlineFragment, NodeKind.FragmentDefinition])
{
    internal override void Enter(AstNode node)
    {
        var condition = (node as InlineFragmentNode)?.TypeCondition ?? (node as FragmentDefinitionNode)?.TypeCondition;
        if (condition is null || Context.Schema.FindType(condition) is null or CompositeType)
            return;

        var fragment = node is FragmentDefinitionNode definition ? $"Fragment \"{definition.Name}\"" : "Fragment";
        Context.Report($"{fragment} cannot condition on non composite type \"{condition}\".", condition.Location);
    }
}
