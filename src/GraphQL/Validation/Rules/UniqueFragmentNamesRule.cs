namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>No two fragments have the same name (spec section 5.5.1.1).</summary>
public sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule(context, [NodeKind.FragmentDefinition])
{
    private readonly Dictionary<string, Name> _known = new(StringComparer.Ordinal);

    internal override void Enter(AstNode node)
    {
        var name = ((FragmentDefinitionNode)node).Name;
        if (!_known.TryAdd(name.Value, name))
            Context.Report($"There can be only one fragment named \"{name}\".", _known[name.Value].Location, name.Location);
    }
}
