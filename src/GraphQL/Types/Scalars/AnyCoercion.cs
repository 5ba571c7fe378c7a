namespace ServiceCrm.GraphQL.Types.Scalars;

/// <summary>
/// The behaviour of scalars nobody has described: any value passes. Input becomes string, bool, long, double, list or dictionary;
/// output is what System.Text.Json makes of it.
/// </summary>
public sealed class AnyCoercion : ScalarCoercion<object>
{
    private AnyCoercion()
    {
    }

    /// <summary>It has no state, so one is enough.</summary>
    public static AnyCoercion Instance { get; } = new();

    public override bool TryReadLiteral(ValueNode literal, [MaybeNullWhen(false)] out object value, [NotNullWhen(false)] out string? error)
    {
        error = null;
        value = FromLiteral(literal)!;
        return true;
    }

    public override bool TryReadJson(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out object value, [NotNullWhen(false)] out string? error)
    {
        error = null;
        value = FromJson(JsonElement.ParseValue(ref reader))!;
        return true;
    }

    public override bool TryConvert(object result, [MaybeNullWhen(false)] out object value, [NotNullWhen(false)] out string? error)
    {
        error = null;
        value = result;
        return true;
    }

    public override void Write(Utf8JsonWriter writer, object value) => JsonSerializer.Serialize(writer, value, value.GetType());

    private static object? FromLiteral(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        BooleanValueNode boolean => boolean.Value,
        IntValueNode number when long.TryParse(number.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        IntValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        FloatValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        ListValueNode list => list.Values.Select(FromLiteral).ToList(),
        ObjectValueNode fields => FromFields(fields),
        _ => null,
    };

    private static Dictionary<string, object?> FromFields(ObjectValueNode literal)
    {
        var result = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var field in literal.Fields)
            result[field.Name.Value] = FromLiteral(field.Value);

        return result;
    }

    private static object? FromJson(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => json.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => json.TryGetInt64(out var whole) ? whole : json.GetDouble(),
        JsonValueKind.Array => json.EnumerateArray().Select(FromJson).ToList(),
        JsonValueKind.Object => json.EnumerateObject().ToDictionary(property => property.Name, property => FromJson(property.Value), StringComparer.Ordinal),
        _ => null,
    };
}
