namespace ServiceCrm.GraphQL.Validation.Rules;

/// <summary>Directives exist and stand where they may (spec sections 5.7.1 and 5.7.2).</summary>
public sealed class KnownDirectivesRule(ValidationContext context) : ValidationRule(context, [NodeKind.Directive])
{
    internal override void Enter(AstNode node)
    {
        var name = ((DirectiveNode)node).Name.Value;
        if (Context.FindDirective(name) is not { } directive)
        {
            Context.Report($"Unknown directive \"@{name}\".", node.Location);
            return;
        }

        var location = LocationOf(Context.TypeInfo.Ancestors);
        if (!directive.Locations.Contains(location))
            Context.Report($"Directive \"@{name}\" may not be used on {location.ToName()}.", node.Location);
    }

    private static DirectiveLocation LocationOf(IReadOnlyList<AstNode> ancestors) => ancestors[^1] switch
    {
        OperationDefinitionNode { Operation: OperationType.Query } => DirectiveLocation.Query,
        OperationDefinitionNode { Operation: OperationType.Mutation } => DirectiveLocation.Mutation,
        OperationDefinitionNode => DirectiveLocation.Subscription,
        FieldNode => DirectiveLocation.Field,
        FragmentSpreadNode => DirectiveLocation.FragmentSpread,
        InlineFragmentNode => DirectiveLocation.InlineFragment,
        FragmentDefinitionNode => DirectiveLocation.FragmentDefinition,
        VariableDefinitionNode => DirectiveLocation.VariableDefinition,
        SchemaDefinitionNode => DirectiveLocation.Schema,
        ScalarTypeDefinitionNode => DirectiveLocation.Scalar,
        ObjectTypeDefinitionNode => DirectiveLocation.Object,
        FieldDefinitionNode => DirectiveLocation.FieldDefinition,
        InterfaceTypeDefinitionNode => DirectiveLocation.Interface,
        UnionTypeDefinitionNode => DirectiveLocation.Union,
        EnumTypeDefinitionNode => DirectiveLocation.Enum,
        EnumValueDefinitionNode => DirectiveLocation.EnumValue,
        InputObjectTypeDefinitionNode => DirectiveLocation.InputObject,
        InputValueDefinitionNode when ancestors[^2] is InputObjectTypeDefinitionNode => DirectiveLocation.InputFieldDefinition,
        InputValueDefinitionNode => DirectiveLocation.ArgumentDefinition,
        _ => DirectiveLocation.DirectiveDefinition,
    };
}
