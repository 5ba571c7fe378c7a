namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>No two variables of an operation have the same name (spec section 5.8.1).</summary>
public sealed class UniqueVariableNamesRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition])
{
    internal override void Enter(AstNode node) => Context.ReportDuplicates(
        ((OperationDefinitionNode)node).VariableDefinitions,
        definition => definition.Variable.Name,
        name => $"There can be only one variable named \"${name}\".");
}
