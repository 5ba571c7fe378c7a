namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Limit of our own: an operation has only so many aliased fields (<see cref="DocumentLimits.MaxAliases"/>).</summary>
public sealed class MaxAliasesRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    internal override void Enter(AstNode node)
    {
        if (Context.Options.Limits.MaxAliases is { } limit && Context.Measure.Of((OperationDefinitionNode)node).Aliases is var size && size > limit)
            Context.Report($"The operation has {size} aliases, but at most {limit} are allowed.", ErrorCodes.LimitExceeded, node.Location);
    }
}
