namespace ServiceCrm.GraphQL.Language;

/// <summary>A field of an object or interface (spec section 3.6).</summary>
public sealed record FieldDefinitionNode(
    Location Location, StringValueNode? Description, Name Name, ImmutableArray<InputValueDefinitionNode> Arguments, TypeNode Type,
    ImmutableArray<DirectiveNode> Directives)
    : AstNode(NodeKind.FieldDefinition, Location);

/// <summary>An argument or the field of an input object (spec sections 3.6.1 and 3.10).</summary>
public sealed record InputValueDefinitionNode(
    Location Location, StringValueNode? Description, Name Name, TypeNode Type, ValueNode? DefaultValue, ImmutableArray<DirectiveNode> Directives)
    : AstNode(NodeKind.InputValueDefinition, Location);

/// <summary>One value of an enum (spec section 3.9).</summary>
public sealed record EnumValueDefinitionNode(Location Location, StringValueNode? Description, Name Name, ImmutableArray<DirectiveNode> Directives)
    : AstNode(NodeKind.EnumValueDefinition, Location);

/// <summary>The definition of a directive (spec section 3.13).</summary>
/// <remarks><see cref="Locations"/>: Names of spec section 3.13's locations; the parser accepts no others.</remarks>
public sealed record DirectiveDefinitionNode(
    Location Location, StringValueNode? Description, bool IsExtension, Name Name, ImmutableArray<InputValueDefinitionNode> Arguments,
    ImmutableArray<DirectiveNode> Directives, bool IsRepeatable, ImmutableArray<Name> Locations)
    : TypeSystemDefinitionNode(NodeKind.DirectiveDefinition, Location, Description, IsExtension, Directives);
