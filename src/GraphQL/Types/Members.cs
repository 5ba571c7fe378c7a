namespace ServiceCrm.GraphQL.Types;

/// <summary>A field of an object or interface (spec section 3.6).</summary>
public sealed class Field : SchemaMember
{
    public Field(string name, GraphQLType type)
        : base(name)
    {
        Type = type;
        Arguments = new(this);
    }

    /// <summary><c>Type.field</c>; the fields that every type has belong to none.</summary>
    public override string Coordinate => $"{Owner?.Coordinate ?? "<meta>"}.{Name}";

    /// <summary>The type of its values.</summary>
    public GraphQLType Type { get; set => field = Guard(value); }

    /// <summary>The arguments in order of declaration.</summary>
    public MemberList<Argument> Arguments { get; }

    /// <summary>How to get the value. Opaque here: the execution layer decides what it is and fills it in before the build.</summary>
    public object? Resolver { get; set => field = Guard(value); }

    internal override void Freeze()
    {
        base.Freeze();
        Arguments.Freeze();
    }
}

/// <summary>An argument or input field: a type that may have a default.</summary>
public abstract class InputValue : SchemaMember
{
    private protected InputValue(string name, GraphQLType type)
        : base(name) => Type = type;

    /// <summary>The type of the value.</summary>
    public GraphQLType Type { get; set => field = Guard(value); }

    /// <summary>The default as a literal without variables, or null when there is none (a default of null is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; set => field = Guard(value); }

    /// <summary>Must be given: non-null and without a default (spec section 5.4.3).</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

/// <summary>An argument of a field or directive (spec section 3.6.1).</summary>
public sealed class Argument(string name, GraphQLType type) : InputValue(name, type)
{
    /// <summary><c>Type.field(argument:)</c> or <c>@directive(argument:)</c>.</summary>
    public override string Coordinate => $"{Owner?.Coordinate}({Name}:)";
}

/// <summary>A field of an input object (spec section 3.10).</summary>
public sealed class InputField(string name, GraphQLType type) : InputValue(name, type);

/// <summary>One value of an enum (spec section 3.9).</summary>
public sealed class EnumValue : SchemaMember
{
    public EnumValue(string name)
        : base(name) => Value = name;

    /// <summary>What stands for it in code; the name unless set.</summary>
    public object Value { get; set => field = Guard(value); }
}
