namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Limit of our own: an operation has only so many fields at its root (<see cref="DocumentLimits.MaxRootFields"/>).</summary>
public sealed class MaxRootFieldsRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    internal override void Enter(AstNode node)
    {
        if (Context.Options.Limits.MaxRootFields is { } limit && Context.Measure.Of((OperationDefinitionNode)node).RootFields is var size && size > limit)
            Context.Report($"The operation selects {size} root fields, but at most {limit} are allowed.", ErrorCodes.LimitExceeded, node.Location);
    }
}
