namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Limit of our own: an operation nests fields only so deep (<see cref="DocumentLimits.MaxDepth"/>).</summary>
public sealed class MaxDepthRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    internal override void Enter(AstNode node)
    {
        if (Context.Options.Limits.MaxDepth is { } limit && Context.Measure.Of((OperationDefinitionNode)node).Depth is var size && size > limit)
            Context.Report($"The operation nests fields {size} levels deep, but at most {limit} are allowed.", ErrorCodes.LimitExceeded, node.Location);
    }
}
