namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Limit of our own: an operation has only so many fields altogether (<see cref="DocumentLimits.MaxNodes"/>).</summary>
public sealed class MaxNodesRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    internal override void Enter(AstNode node)
    {
        if (Context.Options.Limits.MaxNodes is { } limit && Context.Measure.Of((OperationDefinitionNode)node).Fields is var size && size > limit)
            Context.Report($"The operation selects {size} fields, but at most {limit} are allowed.", ErrorCodes.LimitExceeded, node.Location);
    }
}
