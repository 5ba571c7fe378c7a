using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Only lists are streamed (incremental delivery proposal, after spec section 5.7).</summary>
public sealed class StreamDirectiveOnListFieldRule(ValidationContext context) : ValidationRule(context, [NodeKind.Directive])
{
    internal override void Enter(AstNode node)
    {
        if (((DirectiveNode)node).Name.Value is "stream"
            && Context.TypeInfo is { Field: { } field, ParentType: { } parentType }
            && field.Type.Nullable is not ListType
            && field.Type is not ListType)
        {
            Context.Report($"Directive \"@stream\" cannot be used on non-list field \"{parentType}.{field.Name}\".", node.Location);
        }
    }
}
