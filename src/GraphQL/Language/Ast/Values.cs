namespace ServiceCrm.GraphQL.Language;

/// <summary>A literal or a variable (spec section 2.9).</summary>
public abstract record ValueNode(NodeKind Kind, Location Location) : AstNode(Kind, Location);

/// <summary><c>$name</c>.</summary>
public sealed record VariableNode(Location Location, Name Name) : ValueNode(NodeKind.Variable, Location);

/// <summary>A whole number as it is written; its size is the type's affair.</summary>
public sealed record IntValueNode(Location Location, string Value) : ValueNode(NodeKind.IntValue, Location);

/// <summary>A number with fraction or exponent as it is written.</summary>
public sealed record FloatValueNode(Location Location, string Value) : ValueNode(NodeKind.FloatValue, Location);

/// <summary>A string after its escapes and indentation are resolved.</summary>
/// <remarks><see cref="IsBlock"/>: Written with three quotes.</remarks>
public sealed record StringValueNode(Location Location, string Value, bool IsBlock) : ValueNode(NodeKind.StringValue, Location);

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed record BooleanValueNode(Location Location, bool Value) : ValueNode(NodeKind.BooleanValue, Location);

/// <summary><c>null</c>.</summary>
public sealed record NullValueNode(Location Location) : ValueNode(NodeKind.NullValue, Location);

/// <summary>A name that stands for a value of an enum.</summary>
public sealed record EnumValueNode(Location Location, string Value) : ValueNode(NodeKind.EnumValue, Location);

/// <summary><c>[a, b]</c>.</summary>
public sealed record ListValueNode(Location Location, ImmutableArray<ValueNode> Values) : ValueNode(NodeKind.ListValue, Location);

/// <summary><c>{ name: value }</c>.</summary>
public sealed record ObjectValueNode(Location Location, ImmutableArray<ObjectFieldNode> Fields) : ValueNode(NodeKind.ObjectValue, Location);

/// <summary>One entry of an <see cref="ObjectValueNode"/>.</summary>
public sealed record ObjectFieldNode(Location Location, Name Name, ValueNode Value) : AstNode(NodeKind.ObjectField, Location);

/// <summary>A reference to a type (spec section 2.11).</summary>
public abstract record TypeNode(NodeKind Kind, Location Location) : AstNode(Kind, Location);

/// <summary>A type by its name.</summary>
public sealed record NamedTypeNode(Name Name) : TypeNode(NodeKind.NamedType, Name.Location);

/// <summary><c>[T]</c>.</summary>
public sealed record ListTypeNode(Location Location, TypeNode Type) : TypeNode(NodeKind.ListType, Location);

/// <summary><c>T!</c>.</summary>
public sealed record NonNullTypeNode(Location Location, TypeNode Type) : TypeNode(NodeKind.NonNullType, Location);
