namespace ServiceCrm.GraphQL.Language;

/// <summary>Questions that many readers of the tree ask.</summary>
public static class AstExtensions
{
    /// <summary>The first directive of that name at a selection, or null.</summary>
    public static DirectiveNode? FindDirective(this SelectionNode selection, string name)
    {
        foreach (var directive in selection.Directives)
        {
            if (string.Equals(directive.Name.Value, name, StringComparison.Ordinal))
                return directive;
        }

        return null;
    }

    /// <summary>The value of the first argument of that name, or null.</summary>
    public static ValueNode? FindArgument(this DirectiveNode directive, string name)
    {
        foreach (var argument in directive.Arguments)
        {
            if (string.Equals(argument.Name.Value, name, StringComparison.Ordinal))
                return argument.Value;
        }

        return null;
    }

    /// <summary>The directives written at a node; none for kinds of nodes that cannot have any.</summary>
    public static ImmutableArray<DirectiveNode> GetDirectives(this AstNode node) => node switch
    {
        SelectionNode selection => selection.Directives,
        OperationDefinitionNode operation => operation.Directives,
        FragmentDefinitionNode fragment => fragment.Directives,
        VariableDefinitionNode variable => variable.Directives,
        TypeSystemDefinitionNode definition => definition.Directives,
        FieldDefinitionNode field => field.Directives,
        InputValueDefinitionNode input => input.Directives,
        EnumValueDefinitionNode value => value.Directives,
        _ => [],
    };
}
