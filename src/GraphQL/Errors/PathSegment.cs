namespace ServiceCrm.GraphQL.Errors;

/// <summary>One step of an error's path: a response name or a list index (spec section 7.1.5).</summary>
public readonly record struct PathSegment
{
    private PathSegment(string? name, int index)
    {
        Name = name;
        Index = index;
    }

    /// <summary>The response name, or null for an index.</summary>
    public string? Name { get; }

    /// <summary>The index, if <see cref="Name"/> is null.</summary>
    public int Index { get; }

    public static implicit operator PathSegment(string name) => new(name, 0);

    public static implicit operator PathSegment(int index) => new(null, index);

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static PathSegment FromString(string name) => name;

    /// <inheritdoc cref="op_Implicit(int)"/>
    public static PathSegment FromInt32(int index) => index;

    public override string ToString() => Name ?? Index.ToString(CultureInfo.InvariantCulture);
}
