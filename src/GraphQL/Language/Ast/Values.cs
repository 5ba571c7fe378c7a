namespace ServiceCrm.GraphQL.Language;

/// <summary>A literal or a variable (spec section 2.9).</summary>
public abstract class ValueNode(NodeKind kind, Location location) : AstNode(kind, location);

/// <summary><c>$name</c>.</summary>
public sealed class VariableNode(Location location, Name name) : ValueNode(NodeKind.Variable, location)
{
    public Name Name { get; } = name;
}

/// <summary>A whole number as it is written; its size is the type's affair.</summary>
public sealed class IntValueNode(Location location, string value) : ValueNode(NodeKind.IntValue, location)
{
    public string Value { get; } = value;
}

/// <summary>A number with fraction or exponent as it is written.</summary>
public sealed class FloatValueNode(Location location, string value) : ValueNode(NodeKind.FloatValue, location)
{
    public string Value { get; } = value;
}

/// <summary>A string after its escapes and indentation are resolved.</summary>
public sealed class StringValueNode(Location location, string value, bool isBlock) : ValueNode(NodeKind.StringValue, location)
{
    public string Value { get; } = value;

    /// <summary>Written with three quotes.</summary>
    public bool IsBlock { get; } = isBlock;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValueNode(Location location, bool value) : ValueNode(NodeKind.BooleanValue, location)
{
    public bool Value { get; } = value;
}

/// <summary><c>null</c>.</summary>
public sealed class NullValueNode(Location location) : ValueNode(NodeKind.NullValue, location);

/// <summary>A name that stands for a value of an enum.</summary>
public sealed class EnumValueNode(Location location, string value) : ValueNode(NodeKind.EnumValue, location)
{
    public string Value { get; } = value;
}

/// <summary><c>[a, b]</c>.</summary>
public sealed class ListValueNode(Location location, ImmutableArray<ValueNode> values) : ValueNode(NodeKind.ListValue, location)
{
    public ImmutableArray<ValueNode> Values { get; } = values;
}

/// <summary><c>{ name: value }</c>.</summary>
public sealed class ObjectValueNode(Location location, ImmutableArray<ObjectFieldNode> fields) : ValueNode(NodeKind.ObjectValue, location)
{
    public ImmutableArray<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary>One entry of an <see cref="ObjectValueNode"/>.</summary>
public sealed class ObjectFieldNode(Location location, Name name, ValueNode value) : AstNode(NodeKind.ObjectField, location)
{
    public Name Name { get; } = name;
    public ValueNode Value { get; } = value;
}

/// <summary>A reference to a type (spec section 2.11).</summary>
public abstract class TypeNode(NodeKind kind, Location location) : AstNode(kind, location);

/// <summary>A type by its name.</summary>
public sealed class NamedTypeNode(Name name) : TypeNode(NodeKind.NamedType, name.Location)
{
    public Name Name { get; } = name;
}

/// <summary><c>[T]</c>.</summary>
public sealed class ListTypeNode(Location location, TypeNode type) : TypeNode(NodeKind.ListType, location)
{
    public TypeNode Type { get; } = type;
}

/// <summary><c>T!</c>.</summary>
public sealed class NonNullTypeNode(Location location, TypeNode type) : TypeNode(NodeKind.NonNullType, location)
{
    public TypeNode Type { get; } = type;
}
