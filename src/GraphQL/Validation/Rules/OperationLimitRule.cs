namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Limit of our own: an operation is only so large, fragments counted at every place they are spread (<see cref="DocumentLimits"/>).</summary>
/// <param name="context">The document.</param>
/// <param name="limit">The most that is allowed; null for no limit.</param>
/// <param name="size">What is limited.</param>
/// <param name="describe">What the operation does with so many of it, for the message.</param>
public sealed class OperationLimitRule(ValidationContext context, int? limit, Func<Measure, long> size, Func<long, string> describe)
    : ValidationRule(context, [NodeKind.OperationDefinition])
{
    internal override void Enter(AstNode node)
    {
        if (limit is { } most && size(Context.Measure.Of((OperationDefinitionNode)node)) is var found && found > most)
            Context.Report($"The operation {describe(found)}, but at most {most} are allowed.", ErrorCodes.LimitExceeded, node.Location);
    }
}
