namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Fragments that are defined are used (spec section 5.5.1.4).</summary>
public sealed class NoUnusedFragmentsRule(ValidationContext context) : ValidationRule(context, [], [NodeKind.Document])
{
    internal override void Leave(AstNode node)
    {
        var definitions = ((DocumentNode)node).Definitions;
        var used = Context.Fragments.ReachableFrom([.. definitions.OfType<OperationDefinitionNode>()])
            .Select(fragment => fragment.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var fragment in definitions.OfType<FragmentDefinitionNode>())
        {
            if (!used.Contains(fragment.Name.Value))
                Context.Report($"Fragment \"{fragment.Name}\" is never used.", fragment.Location);
        }
    }
}
