namespace ServiceCrm.GraphQL.Types;

/// <summary>A type whose values have selections: object, interface or union.</summary>
public abstract class CompositeType : NamedType
{
    private HashSet<ObjectType> _possibleTypes = [];

    private protected CompositeType(string name)
        : base(name)
    {
    }

    /// <summary>The object types a value can have, in the order of the schema (for a union: of its declaration); an object has itself. Empty before the schema is built.</summary>
    public ImmutableArray<ObjectType> PossibleTypes { get; private set; } = [];

    /// <summary>Interface or union.</summary>
    public bool IsAbstract => this is not ObjectType;

    /// <summary>Whether a value of this type can be an object of that type, in constant time.</summary>
    public bool IsPossible(ObjectType type) => ReferenceEquals(this, type) || _possibleTypes.Contains(type);

    /// <summary>The field of that name, or null; a union has none but <c>__typename</c>, which <see cref="Schema.FindField"/> knows.</summary>
    public virtual Field? FindField(string name) => null;

    internal void SetPossibleTypes(ImmutableArray<ObjectType> types)
    {
        PossibleTypes = types;
        _possibleTypes = [.. types];
    }
}

/// <summary>Object or interface: the types with fields.</summary>
public abstract class FieldsType : CompositeType
{
    private protected FieldsType(string name)
        : base(name)
    {
        Fields = new(this);
    }

    /// <summary>The fields in order of declaration.</summary>
    public MemberList<Field> Fields { get; }

    /// <summary>The implemented interfaces as <see cref="InterfaceType"/>s (before the build also <see cref="TypeReference"/>s).</summary>
    public ImmutableArray<GraphQLType> InterfaceReferences { get; set => field = Guard(value); } = [];

    /// <summary>The implemented interfaces of a built schema, in order of declaration.</summary>
    public ImmutableArray<InterfaceType> Interfaces { get; internal set; } = [];

    public override Field? FindField(string name) => Fields.Find(name);

    /// <summary>Whether the type declares the interface.</summary>
    public bool Implements(InterfaceType type) => Interfaces.Contains(type);

    internal override void Freeze()
    {
        base.Freeze();
        Fields.Freeze();
    }
}

/// <summary>An object (spec section 3.6).</summary>
public sealed class ObjectType(string name) : FieldsType(name)
{
    public override TypeKind Kind => TypeKind.Object;

    internal override void Freeze()
    {
        base.Freeze();
        SetPossibleTypes([this]);
    }
}

/// <summary>An interface (spec section 3.7).</summary>
public sealed class InterfaceType(string name) : FieldsType(name)
{
    public override TypeKind Kind => TypeKind.Interface;

    /// <summary>Interfaces that implement this one, in the order of the schema.</summary>
    public ImmutableArray<InterfaceType> ImplementingInterfaces { get; internal set; } = [];
}

/// <summary>A union (spec section 3.8).</summary>
public sealed class UnionType(string name) : CompositeType(name)
{
    public override TypeKind Kind => TypeKind.Union;

    /// <summary>The members as <see cref="ObjectType"/>s (before the build also <see cref="TypeReference"/>s).</summary>
    public ImmutableArray<GraphQLType> MemberReferences { get; set => field = Guard(value); } = [];
}
