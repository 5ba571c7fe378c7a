namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Variables that are used are defined by every operation that reaches them (spec section 5.8.3).</summary>
public sealed class NoUndefinedVariablesRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    internal override void Enter(AstNode node)
    {
        var operation = (OperationDefinitionNode)node;
        var usages = Context.Variables.Of(operation);
        if (usages.Count == 0)
            return;

        var defined = operation.VariableDefinitions.Select(definition => definition.Variable.Name.Value).ToHashSet(StringComparer.Ordinal);
        var by = operation.Name is { } name ? $" by operation \"{name}\"" : string.Empty;
        foreach (var usage in usages)
        {
            if (!defined.Contains(usage.Node.Name.Value))
                Context.Report($"Variable \"${usage.Node.Name}\" is not defined{by}.", usage.Node.Location, operation.Location);
        }
    }
}
