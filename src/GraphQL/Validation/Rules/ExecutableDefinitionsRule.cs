namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>A document to execute holds only operations and fragments (spec section 5.1.1).</summary>
public sealed class ExecutableDefinitionsRule(ValidationContext context) : ValidationRule(context, [NodeKind.Document])
{
    internal override void Enter(AstNode node)
    {
        foreach (var definition in ((DocumentNode)node).Definitions)
        {
            if (definition is TypeSystemDefinitionNode)
                Context.Report($"The {NameOf(definition)} definition is not executable.", definition.Location);
        }
    }

    private static string NameOf(DefinitionNode definition) => definition switch
    {
        TypeDefinitionNode type => $"\"{type.Name}\"",
        DirectiveDefinitionNode directive => $"\"{directive.Name}\"",
        _ => "schema",
    };
}
