namespace ServiceCrm.GraphQL.Types;

/// <summary>Turns the members of SDL definitions into members of the type model, and built-in directives into properties.</summary>
internal static class SdlMembers
{
    public static DirectiveDefinition Directive(DirectiveDefinitionNode node)
    {
        var locations = node.Locations.Select(name => DirectiveLocations.TryParse(name.Value, out var location) ? location : default).ToArray();
        var directive = new DirectiveDefinition(node.Name.Value, locations)
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable,
            AppliedDirectives = node.Directives,
            DeprecationReason = DeprecationReason(node.Directives),
        };
        AddArguments(directive.Arguments, node.Arguments);
        return directive;
    }

    public static void AddFields(MemberList<Field> fields, ImmutableArray<FieldDefinitionNode> nodes)
    {
        foreach (var node in nodes)
        {
            var field = new Field(node.Name.Value, Reference(node.Type))
            {
                Description = node.Description?.Value,
                DeprecationReason = DeprecationReason(node.Directives),
                AppliedDirectives = node.Directives,
            };
            AddArguments(field.Arguments, node.Arguments);
            fields.Add(field);
        }
    }

    public static void AddArguments(MemberList<Argument> arguments, ImmutableArray<InputValueDefinitionNode> nodes)
    {
        foreach (var node in nodes)
            arguments.Add(Describe(new Argument(node.Name.Value, Reference(node.Type)), node));
    }

    public static void AddInputFields(MemberList<InputField> fields, ImmutableArray<InputValueDefinitionNode> nodes)
    {
        foreach (var node in nodes)
            fields.Add(Describe(new InputField(node.Name.Value, Reference(node.Type)), node));
    }

    public static void AddValues(MemberList<EnumValue> values, ImmutableArray<EnumValueDefinitionNode> nodes)
    {
        foreach (var node in nodes)
        {
            values.Add(new EnumValue(node.Name.Value)
            {
                Description = node.Description?.Value,
                DeprecationReason = DeprecationReason(node.Directives),
                AppliedDirectives = node.Directives,
            });
        }
    }

    public static string? DeprecationReason(ImmutableArray<DirectiveNode> directives) =>
        Find(directives, BuiltInDirectives.Deprecated) is { } deprecated ? Text(deprecated, "reason") ?? BuiltInDirectives.DefaultDeprecationReason : null;

    public static string? SpecifiedByUrl(ImmutableArray<DirectiveNode> directives) =>
        Find(directives, BuiltInDirectives.SpecifiedBy) is { } specifiedBy ? Text(specifiedBy, "url") : null;

    public static bool IsOneOf(ImmutableArray<DirectiveNode> directives) => Find(directives, BuiltInDirectives.OneOf) is not null;

    private static T Describe<T>(T input, InputValueDefinitionNode node)
        where T : InputValue
    {
        input.Description = node.Description?.Value;
        input.DefaultValue = node.DefaultValue;
        input.DeprecationReason = DeprecationReason(node.Directives);
        input.AppliedDirectives = node.Directives;
        return input;
    }

    private static GraphQLType Reference(TypeNode node) => node switch
    {
        ListTypeNode list => Reference(list.Type).List(),
        NonNullTypeNode nonNull => Reference(nonNull.Type).NonNull(),
        _ => new TypeReference(((NamedTypeNode)node).Name.Value),
    };

    private static DirectiveNode? Find(ImmutableArray<DirectiveNode> directives, DirectiveDefinition definition) =>
        directives.FirstOrDefault(directive => string.Equals(directive.Name.Value, definition.Name, StringComparison.Ordinal));

    private static string? Text(DirectiveNode directive, string argument) =>
        (directive.Arguments.FirstOrDefault(candidate => string.Equals(candidate.Name.Value, argument, StringComparison.Ordinal))?.Value as StringValueNode)?.Value;
}
