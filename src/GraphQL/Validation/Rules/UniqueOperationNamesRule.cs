namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>No two operations have the same name (spec section 5.2.2.1).</summary>
public sealed class UniqueOperationNamesRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    private readonly Dictionary<string, Name> _known = new(StringComparer.Ordinal);

    internal override void Enter(AstNode node)
    {
        if (((OperationDefinitionNode)node).Name is { } name && !_known.TryAdd(name.Value, name))
            Context.Report($"There can be only one operation named \"{name}\".", _known[name.Value].Location, name.Location);
    }
}
