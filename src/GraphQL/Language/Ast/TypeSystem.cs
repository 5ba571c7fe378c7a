namespace ServiceCrm.GraphQL.Language;

/// <summary>A definition or, with <see cref="IsExtension"/>, an extension of a part of the type system (spec chapter 3).</summary>
public abstract record TypeSystemDefinitionNode(
    NodeKind Kind, Location Location, StringValueNode? Description, bool IsExtension, ImmutableArray<DirectiveNode> Directives)
    : DefinitionNode(Kind, Location, Description);

/// <summary>The schema itself (spec section 3.3).</summary>
public sealed record SchemaDefinitionNode(
    Location Location, StringValueNode? Description, bool IsExtension, ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<OperationTypeDefinitionNode> OperationTypes)
    : TypeSystemDefinitionNode(NodeKind.SchemaDefinition, Location, Description, IsExtension, Directives);

/// <summary><c>query: Query</c>.</summary>
public sealed record OperationTypeDefinitionNode(Location Location, OperationType Operation, NamedTypeNode Type)
    : AstNode(NodeKind.OperationTypeDefinition, Location);

/// <summary>A named type.</summary>
public abstract record TypeDefinitionNode(
    NodeKind Kind, Location Location, StringValueNode? Description, bool IsExtension, Name Name, ImmutableArray<DirectiveNode> Directives)
    : TypeSystemDefinitionNode(Kind, Location, Description, IsExtension, Directives);

/// <summary>A scalar (spec section 3.5).</summary>
public sealed record ScalarTypeDefinitionNode(
    Location Location, StringValueNode? Description, bool IsExtension, Name Name, ImmutableArray<DirectiveNode> Directives)
    : TypeDefinitionNode(NodeKind.ScalarTypeDefinition, Location, Description, IsExtension, Name, Directives);

/// <summary>An object or an interface: the two differ in nothing but the keyword (spec sections 3.6 and 3.7).</summary>
public abstract record FieldsTypeDefinitionNode(
    NodeKind Kind, Location Location, StringValueNode? Description, bool IsExtension, Name Name, ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives, ImmutableArray<FieldDefinitionNode> Fields)
    : TypeDefinitionNode(Kind, Location, Description, IsExtension, Name, Directives);

/// <summary>An object (spec section 3.6).</summary>
public sealed record ObjectTypeDefinitionNode(
    Location Location, StringValueNode? Description, bool IsExtension, Name Name, ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives, ImmutableArray<FieldDefinitionNode> Fields)
    : FieldsTypeDefinitionNode(NodeKind.ObjectTypeDefinition, Location, Description, IsExtension, Name, Interfaces, Directives, Fields);

/// <summary>An interface (spec section 3.7).</summary>
public sealed record InterfaceTypeDefinitionNode(
    Location Location, StringValueNode? Description, bool IsExtension, Name Name, ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives, ImmutableArray<FieldDefinitionNode> Fields)
    : FieldsTypeDefinitionNode(NodeKind.InterfaceTypeDefinition, Location, Description, IsExtension, Name, Interfaces, Directives, Fields);

/// <summary>A union (spec section 3.8).</summary>
public sealed record UnionTypeDefinitionNode(
    Location Location, StringValueNode? Description, bool IsExtension, Name Name, ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<NamedTypeNode> Types)
    : TypeDefinitionNode(NodeKind.UnionTypeDefinition, Location, Description, IsExtension, Name, Directives);

/// <summary>An enum (spec section 3.9).</summary>
public sealed record EnumTypeDefinitionNode(
    Location Location, StringValueNode? Description, bool IsExtension, Name Name, ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<EnumValueDefinitionNode> Values)
    : TypeDefinitionNode(NodeKind.EnumTypeDefinition, Location, Description, IsExtension, Name, Directives);

/// <summary>An input object (spec section 3.10).</summary>
public sealed record InputObjectTypeDefinitionNode(
    Location Location, StringValueNode? Description, bool IsExtension, Name Name, ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<InputValueDefinitionNode> Fields)
    : TypeDefinitionNode(NodeKind.InputObjectTypeDefinition, Location, Description, IsExtension, Name, Directives);
