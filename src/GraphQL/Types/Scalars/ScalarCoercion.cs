namespace ServiceCrm.GraphQL.Types.Scalars;

/// <summary>
/// Reads and writes the values of a scalar (spec section 3.5, input and result coercion). Failing is ordinary, so the methods
/// return false and a message instead of throwing. Derive from <see cref="ScalarCoercion{T}"/>, which avoids boxing.
/// </summary>
public abstract class ScalarCoercion
{
    private protected ScalarCoercion()
    {
    }

    /// <summary>The CLR type of the values that reading gives.</summary>
    public abstract Type ValueType { get; }

    /// <summary>Reads a literal of a document; it contains no variables.</summary>
    public abstract bool TryReadBoxedLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? error);

    /// <summary>Reads the value at which the reader stands; leaves the reader at the value's last token.</summary>
    public abstract bool TryReadBoxedJson(ref Utf8JsonReader reader, out object? value, [NotNullWhen(false)] out string? error);

    /// <summary>Writes what a resolver gave, converting related CLR types. Nothing is written when it fails.</summary>
    public abstract bool TryWrite(Utf8JsonWriter writer, object value, [NotNullWhen(false)] out string? error);
}

/// <summary>Reads and writes the values of a scalar as <typeparamref name="T"/>.</summary>
/// <typeparam name="T">The CLR type that input coercion gives and that <see cref="Write"/> takes without boxing.</typeparam>
public abstract class ScalarCoercion<T> : ScalarCoercion
    where T : notnull
{
    public override Type ValueType => typeof(T);

    /// <summary>Reads a literal of a document; it contains no variables.</summary>
    public abstract bool TryReadLiteral(ValueNode literal, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? error);

    /// <summary>Reads the value at which the reader stands; leaves the reader at the value's last token.</summary>
    public abstract bool TryReadJson(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? error);

    /// <summary>Turns what a resolver gave into a value (spec section 3.5, result coercion).</summary>
    public abstract bool TryConvert(object result, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? error);

    /// <summary>Whether a value of the scalar's own CLR type may be written; true unless overridden.</summary>
    public virtual bool TryValidate(T value, [NotNullWhen(false)] out string? error)
    {
        error = null;
        return true;
    }

    /// <summary>Writes a value of the scalar's own CLR type that <see cref="TryValidate"/> accepts.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    public sealed override bool TryReadBoxedLiteral(ValueNode literal, out object? value, [NotNullWhen(false)] out string? error)
    {
        var ok = TryReadLiteral(literal, out T? typed, out error);
        value = ok ? typed : null;
        return ok;
    }

    public sealed override bool TryReadBoxedJson(ref Utf8JsonReader reader, out object? value, [NotNullWhen(false)] out string? error)
    {
        var ok = TryReadJson(ref reader, out T? typed, out error);
        value = ok ? typed : null;
        return ok;
    }

    public sealed override bool TryWrite(Utf8JsonWriter writer, object value, [NotNullWhen(false)] out string? error)
    {
        if (value is T own ? !TryValidate(own, out error) : !TryConvert(value, out own!, out error))
            return false;

        Write(writer, own);
        return true;
    }
}
