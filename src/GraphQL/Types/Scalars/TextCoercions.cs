namespace ServiceCrm.GraphQL.Types.Scalars;

/// <summary>Text (spec section 3.5.3).</summary>
public sealed class StringCoercion : ScalarCoercion<string>
{
    public override bool TryReadLiteral(ValueNode literal, [MaybeNullWhen(false)] out string value, [NotNullWhen(false)] out string? error)
    {
        value = (literal as StringValueNode)?.Value;
        error = value is null ? "String cannot represent a non string value: " + Printer.Print(literal) : null;
        return value is not null;
    }

    public override bool TryReadJson(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out string value, [NotNullWhen(false)] out string? error)
    {
        value = reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
        error = value is null ? "String cannot represent a non string value: " + EcmaScript.Inspect(JsonElement.ParseValue(ref reader)) : null;
        return value is not null;
    }

    public override bool TryConvert(object result, [MaybeNullWhen(false)] out string value, [NotNullWhen(false)] out string? error)
    {
        value = result switch
        {
            bool boolean => boolean ? "true" : "false",
            double number when double.IsFinite(number) => EcmaScript.Format(number),
            float number when float.IsFinite(number) => EcmaScript.Format(number),
            double or float => null,
            char or Guid or Uri or Enum => result.ToString(),
            IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
            _ => null,
        };
        error = value is null ? "String cannot represent value: " + EcmaScript.Inspect(result) : null;
        return value is not null;
    }

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);
}

/// <summary>Opaque identifiers, given as text or whole number and always written as text (spec section 3.5.5).</summary>
public sealed class IdCoercion : ScalarCoercion<string>
{
    public override bool TryReadLiteral(ValueNode literal, [MaybeNullWhen(false)] out string value, [NotNullWhen(false)] out string? error)
    {
        value = (literal as StringValueNode)?.Value ?? (literal as IntValueNode)?.Value;
        error = value is null ? "ID cannot represent a non-string and non-integer value: " + Printer.Print(literal) : null;
        return value is not null;
    }

    public override bool TryReadJson(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out string value, [NotNullWhen(false)] out string? error)
    {
        error = null;
        if (reader.TokenType == JsonTokenType.String)
        {
            value = reader.GetString() ?? string.Empty;
            return true;
        }

        var json = JsonElement.ParseValue(ref reader);
        value = json.ValueKind != JsonValueKind.Number ? null
            : json.TryGetInt64(out var whole) ? whole.ToString(CultureInfo.InvariantCulture)
            : double.IsInteger(json.GetDouble()) ? EcmaScript.Format(json.GetDouble())
            : null;
        error = value is null ? "ID cannot represent value: " + EcmaScript.Inspect(json) : null;
        return value is not null;
    }

    public override bool TryConvert(object result, [MaybeNullWhen(false)] out string value, [NotNullWhen(false)] out string? error)
    {
        value = result switch
        {
            sbyte or byte or short or ushort or int or uint or long or ulong or Int128 => ((IFormattable)result).ToString(null, CultureInfo.InvariantCulture),
            double number when double.IsInteger(number) => EcmaScript.Format(number),
            Guid guid => guid.ToString(),
            _ => null,
        };
        error = value is null ? "ID cannot represent value: " + EcmaScript.Inspect(result) : null;
        return value is not null;
    }

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);
}

/// <summary><c>true</c> or <c>false</c> (spec section 3.5.4).</summary>
public sealed class BooleanCoercion : ScalarCoercion<bool>
{
    private const string NotBoolean = "Boolean cannot represent a non boolean value: ";

    public override bool TryReadLiteral(ValueNode literal, out bool value, [NotNullWhen(false)] out string? error)
    {
        value = literal is BooleanValueNode { Value: true };
        error = literal is BooleanValueNode ? null : NotBoolean + Printer.Print(literal);
        return error is null;
    }

    public override bool TryReadJson(ref Utf8JsonReader reader, out bool value, [NotNullWhen(false)] out string? error)
    {
        value = reader.TokenType == JsonTokenType.True;
        error = value || reader.TokenType == JsonTokenType.False ? null : NotBoolean + EcmaScript.Inspect(JsonElement.ParseValue(ref reader));
        return error is null;
    }

    public override bool TryConvert(object result, out bool value, [NotNullWhen(false)] out string? error)
    {
        bool? converted = result switch
        {
            sbyte or byte or short or ushort or int or uint or long or ulong or decimal => Convert.ToDecimal(result, CultureInfo.InvariantCulture) != 0,
            double number when double.IsFinite(number) => number != 0,
            float number when float.IsFinite(number) => number != 0,
            _ => null,
        };
        value = converted ?? false;
        error = converted is null ? NotBoolean + EcmaScript.Inspect(result) : null;
        return error is null;
    }

    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);
}
