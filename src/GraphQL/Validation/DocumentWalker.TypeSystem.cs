namespace ServiceCrm.GraphQL.Validation;

/// <content>The type system in a document to execute.</content>
internal sealed partial class DocumentWalker
{
    /// <summary>Such definitions cannot be executed, but the rules still say what else is wrong with them.</summary>
    private void WalkTypeSystem(AstNode node)
    {
        switch (node)
        {
            case FieldsTypeDefinitionNode type:
                WalkAll(type.Interfaces);
                WalkAll(type.Directives);
                WalkAll(type.Fields);
                break;
            case FieldDefinitionNode field:
                WalkAll(field.Arguments);
                Walk(field.Type);
                WalkAll(field.Directives);
                break;
            case InputValueDefinitionNode input:
                Walk(input.Type);
                WalkOptional(input.DefaultValue);
                WalkAll(input.Directives);
                break;
            case DirectiveDefinitionNode directive:
                WalkAll(directive.Arguments);
                WalkAll(directive.Directives);
                break;
            case EnumValueDefinitionNode value:
                WalkAll(value.Directives);
                break;
            case OperationTypeDefinitionNode operation:
                Walk(operation.Type);
                break;
            case TypeSystemDefinitionNode definition:
                WalkAll(definition.Directives);
                WalkMembers(definition);
                break;
        }
    }

    private void WalkMembers(TypeSystemDefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                WalkAll(schema.OperationTypes);
                break;
            case UnionTypeDefinitionNode union:
                WalkAll(union.Types);
                break;
            case EnumTypeDefinitionNode type:
                WalkAll(type.Values);
                break;
            case InputObjectTypeDefinitionNode input:
                WalkAll(input.Fields);
                break;
        }
    }
}
