namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Variables have input types (spec section 5.8.2).</summary>
public sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule(context, [NodeKind.VariableDefinition])
{
    internal override void Enter(AstNode node)
    {
        var definition = (VariableDefinitionNode)node;
        if (Context.Schema.FindType(definition.Type) is { IsInput: false })
            Context.Report($"Variable \"${definition.Variable.Name}\" cannot be non-input type \"{definition.Type}\".", definition.Type.Location);
    }
}
