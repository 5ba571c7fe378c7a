namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Variables that are defined are used (spec section 5.8.4).</summary>
public sealed class NoUnusedVariablesRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    internal override void Enter(AstNode node)
    {
        var operation = (OperationDefinitionNode)node;
        if (operation.VariableDefinitions.IsEmpty)
            return;

        var used = Context.Variables.Of(operation).Select(usage => usage.Node.Name.Value).ToHashSet(StringComparer.Ordinal);
        var where = operation.Name is { } name ? $" in operation \"{name}\"" : string.Empty;
        foreach (var definition in operation.VariableDefinitions)
        {
            if (!used.Contains(definition.Variable.Name.Value))
                Context.Report($"Variable \"${definition.Variable.Name}\" is never used{where}.", definition.Location);
        }
    }
}
