namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Limit of our own: only so many directives stand at one place (<see cref="DocumentLimits.MaxDirectivesPerPlace"/>).</summary>
public sealed class MaxDirectivesPerPlaceRule(ValidationContext context) : ValidationRule(
    context,
    [
        NodeKind.OperationDefinition, NodeKind.FragmentDefinition, NodeKind.VariableDefinition,
        NodeKind.Field, NodeKind.FragmentSpread, NodeKind.InlineFragment,
    ])
{
    internal override void Enter(AstNode node)
    {
        if (Context.Options.Limits.MaxDirectivesPerPlace is { } limit && node.GetDirectives() is var directives && directives.Length > limit)
            Context.Report($"There are {directives.Length} directives at this place, but at most {limit} are allowed.", ErrorCodes.LimitExceeded, directives[limit].Location);
    }
}
