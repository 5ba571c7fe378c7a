namespace ServiceCrm.GraphQL.Types;

/// <summary>The kinds of types as introspection names them (spec section 4.2.2).</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The specification's own names.")]
public enum TypeKind
{
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    InputObject,
    List,
    NonNull,
}

/// <summary>A type: named, or a list or non-null wrapper around another (spec section 3.4).</summary>
public abstract class GraphQLType : SchemaElement
{
    private protected GraphQLType()
    {
    }

    /// <summary>What kind of type it is.</summary>
    public abstract TypeKind Kind { get; }

    /// <summary>The type without lists and non-null marks.</summary>
    public abstract NamedType Named { get; }

    /// <summary>The type without an outer non-null mark.</summary>
    public virtual GraphQLType Nullable => this;

    /// <summary>Whether null is no value of it.</summary>
    public bool IsNonNull => this is NonNullType;

    /// <summary>May be the type of an argument, variable or input field (spec section 3.4.2).</summary>
    public bool IsInput => Named is ScalarType or EnumType or InputObjectType;

    /// <summary>May be the type of a field (spec section 3.4.2).</summary>
    public bool IsOutput => Named is not InputObjectType;

    /// <summary>A scalar or enum, possibly wrapped.</summary>
    public bool IsLeaf => Named is ScalarType or EnumType;

    /// <summary><c>[this]</c>.</summary>
    public ListType List() => new(this);

    /// <summary><c>this!</c>.</summary>
    public NonNullType NonNull() => new(this);
}

/// <summary>A list (spec section 3.11).</summary>
public sealed class ListType(GraphQLType itemType) : GraphQLType
{
    public override TypeKind Kind => TypeKind.List;

    /// <summary>The type of the items.</summary>
    public GraphQLType ItemType { get; internal set; } = itemType;

    public override NamedType Named => ItemType.Named;

    public override string ToString() => $"[{ItemType}]";
}

/// <summary>A type whose values are never null (spec section 3.12).</summary>
public sealed class NonNullType : GraphQLType
{
    /// <exception cref="ArgumentException">The type is non-null already.</exception>
    public NonNullType(GraphQLType innerType) =>
        InnerType = innerType is NonNullType ? throw new ArgumentException($"{innerType} is non-null already.", nameof(innerType)) : innerType;

    public override TypeKind Kind => TypeKind.NonNull;

    /// <summary>The nullable type.</summary>
    public GraphQLType InnerType { get; internal set; }

    public override NamedType Named => InnerType.Named;

    public override GraphQLType Nullable => InnerType;

    public override string ToString() => $"{InnerType}!";
}

/// <summary>
/// Stands for a named type that is not known yet. <see cref="SchemaBuilder.Build"/> puts the type in its place, so that types can
/// name each other in any order.
/// </summary>
public sealed class TypeReference(string name) : GraphQLType
{
    /// <summary>The name of the type.</summary>
    public string Name { get; } = name;

    public override TypeKind Kind => throw Unresolved();

    public override NamedType Named => throw Unresolved();

    public override string ToString() => Name;

    private InvalidOperationException Unresolved() => new($"Type \"{Name}\" is a reference until the schema is built.");
}

/// <summary>A type with a name (spec section 3.4).</summary>
public abstract class NamedType : GraphQLType, INamedElement
{
    private protected NamedType(string name) => Name = name;

    /// <inheritdoc/>
    public string Name { get; }

    /// <inheritdoc/>
    public string? Description { get; set => field = Guard(value); }

    /// <inheritdoc/>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; set => field = Guard(value); } = [];

    public override NamedType Named => this;

    /// <inheritdoc/>
    public string Coordinate => Name;

    /// <summary>One of the types that every schema has: built-in scalars and introspection.</summary>
    public bool IsBuiltIn { get; internal init; }

    public override string ToString() => Name;
}
