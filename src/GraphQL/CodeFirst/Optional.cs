namespace ServiceCrm.GraphQL;

/// <summary>An input field of an update that may be left out: absent keeps the stored value, an explicit null clears it.</summary>
/// <typeparam name="T">The type of the value; a nullable type when null is a permitted value.</typeparam>
public readonly record struct Optional<T>
{
    private readonly T? _value;

    /// <summary>A value that the client did send.</summary>
    public Optional(T? value)
    {
        _value = value;
        IsSet = true;
    }

    /// <summary>True when the client sent the field, even as null.</summary>
    public bool IsSet { get; }

    /// <summary>The value sent; default when the field was left out.</summary>
    public T? Value => _value;

    /// <summary>The value sent, or <paramref name="current"/> when the field was left out.</summary>
    public T? Or(T? current) => IsSet ? _value : current;

    /// <summary>Lets tests and callers write the bare value.</summary>
    public static implicit operator Optional<T>(T? value) => new(value);
}
