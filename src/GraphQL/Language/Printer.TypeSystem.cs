namespace ServiceCrm.GraphQL.Language;

/// <content>Definitions and extensions of the type system.</content>
public static partial class Printer
{
    private static string PrintTypeSystem(AstNode node) => node switch
    {
        TypeSystemDefinitionNode definition => Description(definition.Description) + (definition.IsExtension ? "extend " : string.Empty) + PrintDefinition(definition),
        OperationTypeDefinitionNode operation => Keyword(operation.Operation) + ": " + operation.Type.Name,
        FieldDefinitionNode field => Description(field.Description) + field.Name + Arguments(field.Arguments) + ": " + Print(field.Type) + Directives(field.Directives),
        InputValueDefinitionNode input => Description(input.Description) + input.Name + ": " + Print(input.Type) + Default(input.DefaultValue) + Directives(input.Directives),
        EnumValueDefinitionNode value => Description(value.Description) + value.Name + Directives(value.Directives),
        _ => throw new ArgumentException($"The printer does not know {node.Kind}.", nameof(node)),
    };

    private static string PrintDefinition(TypeSystemDefinitionNode definition)
    {
        var directives = Join(definition.Directives, " ");
        return definition switch
        {
            SchemaDefinitionNode schema => Words("schema", directives, Block(schema.OperationTypes)),
            ScalarTypeDefinitionNode scalar => Words("scalar", scalar.Name.Value, directives),
            FieldsTypeDefinitionNode type => Words(
                type is ObjectTypeDefinitionNode ? "type" : "interface", type.Name.Value, Wrap("implements ", Join(type.Interfaces, " & ")), directives, Block(type.Fields)),
            UnionTypeDefinitionNode union => Words("union", union.Name.Value, directives, Wrap("= ", Join(union.Types, " | "))),
            EnumTypeDefinitionNode type => Words("enum", type.Name.Value, directives, Block(type.Values)),
            InputObjectTypeDefinitionNode input => Words("input", input.Name.Value, directives, Block(input.Fields)),
            DirectiveDefinitionNode { IsExtension: true } directive => Words("directive @" + directive.Name, directives),
            _ => PrintDirectiveDefinition((DirectiveDefinitionNode)definition, directives),
        };
    }

    private static string PrintDirectiveDefinition(DirectiveDefinitionNode directive, string directives) =>
        "directive @" + directive.Name + Arguments(directive.Arguments) + Wrap(" ", directives)
        + (directive.IsRepeatable ? " repeatable" : string.Empty) + " on " + string.Join(" | ", directive.Locations);

    /// <summary>Arguments stand on lines of their own as soon as one of them has a description.</summary>
    private static string Arguments(ImmutableArray<InputValueDefinitionNode> arguments)
    {
        var items = PrintAll(arguments);
        return Array.Exists(items, IsMultiline) ? Wrap("(\n", Indent(string.Join('\n', items)), "\n)") : Wrap("(", string.Join(", ", items), ")");
    }
}
