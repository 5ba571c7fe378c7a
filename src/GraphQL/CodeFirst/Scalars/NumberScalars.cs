using ServiceCrm.GraphQL.Types.Scalars;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>A number that GraphQL's own scalars cannot hold.</summary>
internal abstract class NumberScalar<T>(string name) : ScalarCoercion<T>
    where T : struct
{
    protected abstract bool TryParse(string text, out T value);

    protected abstract bool TryRead(JsonElement json, out T value);

    public override bool TryReadLiteral(ValueNode literal, out T value, [NotNullWhen(false)] out string? error)
    {
        value = default;
        var text = literal switch { IntValueNode number => number.Value, FloatValueNode number => number.Value, _ => null };
        error = text is not null && TryParse(text, out value) ? null : $"{name} cannot represent value: {literal}";
        return error is null;
    }

    public override bool TryReadJson(ref Utf8JsonReader reader, out T value, [NotNullWhen(false)] out string? error)
    {
        var json = JsonElement.ParseValue(ref reader);
        value = default;
        error = json.ValueKind == JsonValueKind.Number && TryRead(json, out value) ? null : $"{name} cannot represent value: {EcmaScript.Inspect(json)}";
        return error is null;
    }

    public override bool TryConvert(object result, out T value, [NotNullWhen(false)] out string? error)
    {
        value = default;
        error = $"{name} cannot represent value: {EcmaScript.Inspect(result)}";
        return false;
    }
}

/// <summary>A whole number of 64 bits.</summary>
internal sealed class LongScalar() : NumberScalar<long>("Long")
{
    protected override bool TryParse(string text, out long value) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    protected override bool TryRead(JsonElement json, out long value) => json.TryGetInt64(out value);

    public override void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);
}

/// <summary>An exact decimal number.</summary>
internal sealed class DecimalScalar() : NumberScalar<decimal>("Decimal")
{
    protected override bool TryParse(string text, out decimal value) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value);

    protected override bool TryRead(JsonElement json, out decimal value) => json.TryGetDecimal(out value);

    public override void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);
}
