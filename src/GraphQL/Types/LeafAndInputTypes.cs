using ServiceCrm.GraphQL.Types.Scalars;

namespace ServiceCrm.GraphQL.Types;

/// <summary>A scalar (spec section 3.5).</summary>
public sealed class ScalarType(string name) : NamedType(name)
{
    public override TypeKind Kind => TypeKind.Scalar;

    /// <summary>Where the scalar is described (<c>@specifiedBy</c>, spec section 3.13.4), or null.</summary>
    public string? SpecifiedByUrl { get; set => field = Guard(value); }

    /// <summary>Reads and writes the values. Scalars from SDL start with <see cref="AnyCoercion"/>, which accepts everything.</summary>
    public ScalarCoercion Coercion { get; set => field = Guard(value); } = AnyCoercion.Instance;
}

/// <summary>An enum (spec section 3.9).</summary>
public sealed class EnumType : NamedType
{
    private Dictionary<object, EnumValue>? _byValue;

    public EnumType(string name)
        : base(name)
    {
        Values = new(this);
    }

    public override TypeKind Kind => TypeKind.Enum;

    /// <summary>The values in order of declaration.</summary>
    public MemberList<EnumValue> Values { get; }

    /// <summary>The value that stands for an object of code, or null.</summary>
    public EnumValue? FindByValue(object value) =>
        _byValue is not null ? _byValue.GetValueOrDefault(value) : Values.FirstOrDefault(candidate => candidate.Value.Equals(value));

    internal override void Freeze()
    {
        base.Freeze();
        Values.Freeze();
        _byValue = [];
        foreach (var value in Values)
            _byValue.TryAdd(value.Value, value);
    }
}

/// <summary>An input object (spec section 3.10).</summary>
public sealed class InputObjectType : NamedType
{
    public InputObjectType(string name)
        : base(name)
    {
        Fields = new(this);
    }

    public override TypeKind Kind => TypeKind.InputObject;

    /// <summary>The fields in order of declaration.</summary>
    public MemberList<InputField> Fields { get; }

    /// <summary>Exactly one field must be given and not null (<c>@oneOf</c>, spec section 3.10.1).</summary>
    public bool IsOneOf { get; set => field = Guard(value); }

    internal override void Freeze()
    {
        base.Freeze();
        Fields.Freeze();
    }
}
