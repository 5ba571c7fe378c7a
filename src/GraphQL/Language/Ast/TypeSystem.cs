namespace ServiceCrm.GraphQL.Language;

/// <summary>A definition or, with <see cref="IsExtension"/>, an extension of a part of the type system (spec chapter 3).</summary>
public abstract class TypeSystemDefinitionNode(
    NodeKind kind, Location location, StringValueNode? description, bool isExtension, ImmutableArray<DirectiveNode> directives)
    : DefinitionNode(kind, location, description)
{
    /// <summary>Starts with <c>extend</c>; extensions have no description.</summary>
    public bool IsExtension { get; } = isExtension;
    public ImmutableArray<DirectiveNode> Directives { get; } = directives;
}

/// <summary>The schema itself (spec section 3.3).</summary>
public sealed class SchemaDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, ImmutableArray<DirectiveNode> directives,
    ImmutableArray<OperationTypeDefinitionNode> operationTypes)
    : TypeSystemDefinitionNode(NodeKind.SchemaDefinition, location, description, isExtension, directives)
{
    public ImmutableArray<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary><c>query: Query</c>.</summary>
public sealed class OperationTypeDefinitionNode(Location location, OperationType operation, NamedTypeNode type)
    : AstNode(NodeKind.OperationTypeDefinition, location)
{
    public OperationType Operation { get; } = operation;
    public NamedTypeNode Type { get; } = type;
}

/// <summary>A named type.</summary>
public abstract class TypeDefinitionNode(
    NodeKind kind, Location location, StringValueNode? description, bool isExtension, Name name, ImmutableArray<DirectiveNode> directives)
    : TypeSystemDefinitionNode(kind, location, description, isExtension, directives)
{
    public Name Name { get; } = name;
}

/// <summary>A scalar (spec section 3.5).</summary>
public sealed class ScalarTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, Name name, ImmutableArray<DirectiveNode> directives)
    : TypeDefinitionNode(NodeKind.ScalarTypeDefinition, location, description, isExtension, name, directives);

/// <summary>An object or an interface: the two differ in nothing but the keyword (spec sections 3.6 and 3.7).</summary>
public abstract class FieldsTypeDefinitionNode(
    NodeKind kind, Location location, StringValueNode? description, bool isExtension, Name name, ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives, ImmutableArray<FieldDefinitionNode> fields)
    : TypeDefinitionNode(kind, location, description, isExtension, name, directives)
{
    public ImmutableArray<NamedTypeNode> Interfaces { get; } = interfaces;
    public ImmutableArray<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary>An object (spec section 3.6).</summary>
public sealed class ObjectTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, Name name, ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives, ImmutableArray<FieldDefinitionNode> fields)
    : FieldsTypeDefinitionNode(NodeKind.ObjectTypeDefinition, location, description, isExtension, name, interfaces, directives, fields);

/// <summary>An interface (spec section 3.7).</summary>
public sealed class InterfaceTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, Name name, ImmutableArray<NamedTypeNode> interfaces,
    ImmutableArray<DirectiveNode> directives, ImmutableArray<FieldDefinitionNode> fields)
    : FieldsTypeDefinitionNode(NodeKind.InterfaceTypeDefinition, location, description, isExtension, name, interfaces, directives, fields);

/// <summary>A union (spec section 3.8).</summary>
public sealed class UnionTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, Name name, ImmutableArray<DirectiveNode> directives,
    ImmutableArray<NamedTypeNode> types)
    : TypeDefinitionNode(NodeKind.UnionTypeDefinition, location, description, isExtension, name, directives)
{
    public ImmutableArray<NamedTypeNode> Types { get; } = types;
}

/// <summary>An enum (spec section 3.9).</summary>
public sealed class EnumTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, Name name, ImmutableArray<DirectiveNode> directives,
    ImmutableArray<EnumValueDefinitionNode> values)
    : TypeDefinitionNode(NodeKind.EnumTypeDefinition, location, description, isExtension, name, directives)
{
    public ImmutableArray<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary>An input object (spec section 3.10).</summary>
public sealed class InputObjectTypeDefinitionNode(
    Location location, StringValueNode? description, bool isExtension, Name name, ImmutableArray<DirectiveNode> directives,
    ImmutableArray<InputValueDefinitionNode> fields)
    : TypeDefinitionNode(NodeKind.InputObjectTypeDefinition, location, description, isExtension, name, directives)
{
    public ImmutableArray<InputValueDefinitionNode> Fields { get; } = fields;
}
