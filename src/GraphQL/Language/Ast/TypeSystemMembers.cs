namespace ServiceCrm.GraphQL.Language;

/// <summary>A field of an object or interface (spec section 3.6).</summary>
public sealed class FieldDefinitionNode(
    Location location, StringValueNode? description, Name name, ImmutableArray<InputValueDefinitionNode> arguments, TypeNode type,
    ImmutableArray<DirectiveNode> directives)
    : AstNode(NodeKind.FieldDefinition, location)
{
    public StringValueNode? Description { get; } = description;
    public Name Name { get; } = name;
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;
    public TypeNode Type { get; } = type;
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>An argument or the field of an input object (spec sections 3.6.1 and 3.10).</summary>
public sealed class InputValueDefinitionNode(
    Location location, StringValueNode? description, Name name, TypeNode type, ValueNode? defaultValue,
    ImmutableArray<DirectiveNode> directives)
    : AstNode(NodeKind.InputValueDefinition, location)
{
    public StringValueNode? Description { get; } = description;
    public Name Name { get; } = name;
    public TypeNode Type { get; } = type;
    public ValueNode? DefaultValue { get; } = defaultValue;
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>One value of an enum (spec section 3.9).</summary>
public sealed class EnumValueDefinitionNode(Location location, StringValueNode? description, Name name, ImmutableArray<DirectiveNode> directives)
    : AstNode(NodeKind.EnumValueDefinition, location)
{
    public StringValueNode? Description { get; } = description;
    public Name Name { get; } = name;
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>The definition of a directive (spec section 3.13).</summary>
public sealed class DirectiveDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, Name name, ImmutableArray<InputValueDefinitionNode> arguments,
    ImmutableArray<DirectiveNode> directives, bool isRepeatable, ImmutableArray<Name> locations)
    : TypeSystemDefinitionNode(NodeKind.DirectiveDefinition, location, description, isExtension, directives)
{
    public Name Name { get; } = name;
    public ImmutableArray<InputValueDefinitionNode> Arguments { get; } = arguments;
    public bool IsRepeatable { get; } = isRepeatable;

    /// <summary>Names of spec section 3.13's locations; the parser accepts no others.</summary>
    public ImmutableArray<Name> Locations { get; } = locations;
}
