namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>A directive stands once at a place unless it is repeatable (spec section 5.7.3).</summary>
public sealed class UniqueDirectivesPerLocationRule(ValidationContext context) : ValidationRule(context, [NodeKind.OperationDefinition, NodeKind.VariableDefinition, NodeKind.Field, NodeKind.FragmentSpread, NodeKind.InlineFragment, NodeKind.FragmentDefinition, NodeKind.SchemaDefinition, NodeKind.ScalarTypeDefinition, NodeKind.ObjectTypeDefinition, NodeKind.FieldDefinition, NodeKind.InputValueDefinition, NodeKind.InterfaceTypeDefinition, NodeKind.UnionTypeDefinition, NodeKind.EnumTypeDefinition, NodeKind.EnumValueDefinition, NodeKind.InputObjectTypeDefinition, NodeKind.DirectiveDefinition])
{
    private readonly Dictionary<string, Dictionary<string, DirectiveNode>> _byDefinition = new(StringComparer.Ordinal);

    internal override void Enter(AstNode node)
    {
        var directives = node.GetDirectives();
        if (directives.IsEmpty)
            return;

        var seen = SeenAt(node);
        if (seen is null && directives.Length == 1)
            return;

        seen ??= new(StringComparer.Ordinal);
        foreach (var directive in directives)
        {
            var name = directive.Name.Value;
            if (Context.FindDirective(name) is { IsRepeatable: false } && !seen.TryAdd(name, directive))
                Context.Report($"The directive \"@{name}\" can only be used once at this location.", seen[name].Location, directive.Location);
        }
    }

    /// <summary>A definition and its extensions are one place; null for all other nodes.</summary>
    private Dictionary<string, DirectiveNode>? SeenAt(AstNode node)
    {
        var place = node switch
        {
            SchemaDefinitionNode => "schema",
            TypeDefinitionNode type => "type " + type.Name,
            DirectiveDefinitionNode directive => "@" + directive.Name,
            _ => null,
        };
        if (place is not null && !_byDefinition.ContainsKey(place))
            _byDefinition.Add(place, new(StringComparer.Ordinal));

        return place is null ? null : _byDefinition[place];
    }
}
