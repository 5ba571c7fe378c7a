namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Fragments that are spread exist (spec section 5.5.2.1).</summary>
public sealed class KnownFragmentNamesRule(ValidationContext context) : ValidationRule(context, [NodeKind.FragmentSpread])
{
    internal override void Enter(AstNode node)
    {
        var name = ((FragmentSpreadNode)node).Name;
        if (Context.Fragments.Find(name.Value) is null)
            Context.Report($"Unknown fragment \"{name}\".", name.Location);
    }
}
