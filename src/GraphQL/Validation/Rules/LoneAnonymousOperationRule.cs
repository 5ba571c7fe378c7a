namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>An operation without a name stands alone (spec section 5.2.3.1).</summary>
public sealed class LoneAnonymousOperationRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    private readonly bool _hasSeveral = context.Document.Definitions.OfType<OperationDefinitionNode>().Skip(1).Any();

    internal override void Enter(AstNode node)
    {
        if (_hasSeveral && ((OperationDefinitionNode)node).Name is null)
            Context.Report("This anonymous operation must be the only defined operation.", node.Location);
    }
}
