namespace ServiceCrm.GraphQL.Types.Scalars;

/// <summary>Whole numbers of 32 bits (spec section 3.5.1).</summary>
public sealed class IntCoercion : ScalarCoercion<int>
{
    private const string NotInteger = "Int cannot represent non-integer value: ";
    private const string OutOfRange = "Int cannot represent non 32-bit signed integer value: ";

    public override bool TryReadLiteral(ValueNode literal, out int value, [NotNullWhen(false)] out string? error)
    {
        value = 0;
        error = literal is not IntValueNode number ? NotInteger + Printer.Print(literal)
            : !int.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) ? OutOfRange + number.Value
            : null;
        return error is null;
    }

    public override bool TryReadJson(ref Utf8JsonReader reader, out int value, [NotNullWhen(false)] out string? error)
    {
        error = null;
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out value))
            return true;

        var json = JsonElement.ParseValue(ref reader);
        if (json.ValueKind == JsonValueKind.Number)
            return TryFromDouble(json.GetDouble(), out value, out error);

        value = 0;
        error = NotInteger + EcmaScript.Inspect(json);
        return false;
    }

    public override bool TryConvert(object result, out int value, [NotNullWhen(false)] out string? error)
    {
        value = result is true ? 1 : 0;
        error = null;
        return result switch
        {
            bool => true,
            sbyte or byte or short or ushort or uint or long or ulong or float or double or decimal =>
                TryFromDouble(Convert.ToDouble(result, CultureInfo.InvariantCulture), out value, out error),
            string { Length: > 0 } text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                TryFromDouble(number, out value, out error) || Fail((double.IsInteger(number) ? OutOfRange : NotInteger) + EcmaScript.Inspect(text), out error),
            _ => Fail(NotInteger + EcmaScript.Inspect(result), out error),
        };
    }

    public override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    private static bool TryFromDouble(double number, out int value, [NotNullWhen(false)] out string? error)
    {
        // 1.0 and 1e3 are whole numbers too: JSON knows no other kind.
        error = !double.IsInteger(number) ? NotInteger + EcmaScript.Format(number)
            : number is < int.MinValue or > int.MaxValue ? OutOfRange + EcmaScript.Format(number)
            : null;
        value = error is null ? (int)number : 0;
        return error is null;
    }

    private static bool Fail(string message, out string? error)
    {
        error = message;
        return false;
    }
}

/// <summary>Finite IEEE 754 double-precision numbers (spec section 3.5.2).</summary>
public sealed class FloatCoercion : ScalarCoercion<double>
{
    private const string NotNumeric = "Float cannot represent non numeric value: ";

    public override bool TryReadLiteral(ValueNode literal, out double value, [NotNullWhen(false)] out string? error)
    {
        value = 0;
        error = null;
        var text = (literal as FloatValueNode)?.Value ?? (literal as IntValueNode)?.Value;
        if (text is null)
        {
            error = NotNumeric + Printer.Print(literal);
            return false;
        }

        value = double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
        return true;
    }

    public override bool TryReadJson(ref Utf8JsonReader reader, out double value, [NotNullWhen(false)] out string? error)
    {
        value = 0;
        if (reader.TokenType == JsonTokenType.Number)
        {
            value = reader.GetDouble();
            return TryValidate(value, out error);
        }

        error = NotNumeric + EcmaScript.Inspect(JsonElement.ParseValue(ref reader));
        return false;
    }

    public override bool TryConvert(object result, out double value, [NotNullWhen(false)] out string? error)
    {
        value = 0;
        error = null;
        switch (result)
        {
            case bool boolean:
                value = boolean ? 1 : 0;
                return true;
            case sbyte or byte or short or ushort or int or uint or long or ulong or float or decimal:
                value = Convert.ToDouble(result, CultureInfo.InvariantCulture);
                return TryValidate(value, out error);
            case string { Length: > 0 } text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value):
                return true;
            default:
                error = NotNumeric + EcmaScript.Inspect(result);
                return false;
        }
    }

    /// <inheritdoc/>
    public override bool TryValidate(double value, [NotNullWhen(false)] out string? error)
    {
        error = double.IsFinite(value) ? null : NotNumeric + EcmaScript.Format(value);
        return error is null;
    }

    public override void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);
}
