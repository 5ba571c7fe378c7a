using ServiceCrm.GraphQL.Types.Scalars;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>Any JSON value.</summary>
internal sealed class JsonScalar : ScalarCoercion<JsonElement>
{
    public override bool TryReadLiteral(ValueNode literal, out JsonElement value, [NotNullWhen(false)] out string? error)
    {
        value = JsonSerializer.SerializeToElement(Plain(literal));
        error = null;
        return true;
    }

    public override bool TryReadJson(ref Utf8JsonReader reader, out JsonElement value, [NotNullWhen(false)] out string? error)
    {
        value = JsonElement.ParseValue(ref reader);
        error = null;
        return true;
    }

    public override bool TryConvert(object result, out JsonElement value, [NotNullWhen(false)] out string? error)
    {
        value = JsonSerializer.SerializeToElement(result, result.GetType());
        error = null;
        return true;
    }

    public override void Write(Utf8JsonWriter writer, JsonElement value) => value.WriteTo(writer);

    private static object? Plain(ValueNode literal) => literal switch
    {
        StringValueNode text => text.Value,
        EnumValueNode name => name.Value,
        BooleanValueNode flag => flag.Value,
        IntValueNode number => decimal.Parse(number.Value, CultureInfo.InvariantCulture),
        FloatValueNode number => double.Parse(number.Value, CultureInfo.InvariantCulture),
        ListValueNode list => list.Values.Select(Plain).ToList(),
        ObjectValueNode given => given.Fields.ToDictionary(field => field.Name.Value, field => Plain(field.Value), StringComparer.Ordinal),
        _ => null,
    };
}

/// <summary>A file of a multipart request; it cannot be written in JSON or in a document.</summary>
internal sealed class UploadScalar : ScalarCoercion<Upload>
{
    private const string OnlyMultipart = "Upload must come as a file of a multipart request.";

    public override bool TryReadLiteral(ValueNode literal, [MaybeNullWhen(false)] out Upload value, [NotNullWhen(false)] out string? error)
    {
        value = null;
        error = OnlyMultipart;
        return false;
    }

    public override bool TryReadJson(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out Upload value, [NotNullWhen(false)] out string? error)
    {
        reader.Skip();
        value = null;
        error = OnlyMultipart;
        return false;
    }

    public override bool TryConvert(object result, [MaybeNullWhen(false)] out Upload value, [NotNullWhen(false)] out string? error)
    {
        value = null;
        error = "Upload is for input only.";
        return false;
    }

    public override void Write(Utf8JsonWriter writer, Upload value) => throw new NotSupportedException("Upload is for input only.");
}
