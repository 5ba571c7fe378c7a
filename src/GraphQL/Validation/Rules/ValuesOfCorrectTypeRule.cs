using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Literals fit the type that is expected of them (spec section 5.6.1).</summary>
public sealed class ValuesOfCorrectTypeRule(ValidationContext context) : ValidationRule(context, [NodeKind.NullValue, NodeKind.ListValue, NodeKind.ObjectValue, NodeKind.EnumValue, NodeKind.IntValue, NodeKind.FloatValue, NodeKind.StringValue, NodeKind.BooleanValue])
{
    private readonly LiteralValidation _literals = new((message, node) => context.Report(message, node.Location), context.Options.HideSuggestions);

    internal override void Enter(AstNode node)
    {
        var type = node.Kind == NodeKind.ListValue ? Context.TypeInfo.ParentInputType : Context.TypeInfo.InputType;
        if (type is not null)
            _literals.Check((ValueNode)node, type);

        SkipChildren();
    }
}
