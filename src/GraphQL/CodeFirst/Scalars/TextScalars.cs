using ServiceCrm.GraphQL.Types.Scalars;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>A scalar whose values are strings of a certain form.</summary>
internal abstract class TextScalar<T>(string name) : ScalarCoercion<T>
    where T : notnull
{
    protected abstract bool TryParse(string text, [MaybeNullWhen(false)] out T value);

    protected abstract string Format(T value);

    public override bool TryReadLiteral(ValueNode literal, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? error)
    {
        value = default;
        error = literal is StringValueNode text && TryParse(text.Value, out value) ? null : $"{name} cannot represent value: {literal}";
        return error is null;
    }

    public override bool TryReadJson(ref Utf8JsonReader reader, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? error)
    {
        var json = JsonElement.ParseValue(ref reader);
        value = default;
        error = json.ValueKind == JsonValueKind.String && TryParse(json.GetString()!, out value) ? null : $"{name} cannot represent value: {EcmaScript.Inspect(json)}";
        return error is null;
    }

    public override bool TryConvert(object result, [MaybeNullWhen(false)] out T value, [NotNullWhen(false)] out string? error)
    {
        value = default;
        error = $"{name} cannot represent value: {EcmaScript.Inspect(result)}";
        return false;
    }

    public override void Write(Utf8JsonWriter writer, T value) => writer.WriteStringValue(Format(value));
}

/// <summary>An instant: RFC 3339, read with any offset, kept and written in UTC with milliseconds.</summary>
internal sealed class DateTimeScalar() : TextScalar<DateTimeOffset>("DateTime")
{
    private static readonly string[] Formats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.fK", "yyyy-MM-dd'T'HH:mm:ss.ffK", "yyyy-MM-dd'T'HH:mm:ss.fffK",
        "yyyy-MM-dd'T'HH:mm:ss.ffffffK", "yyyy-MM-dd'T'HH:mm:ss.fffffffK", "yyyy-MM-dd'T'HH:mmK",
    ];

    protected override bool TryParse(string text, out DateTimeOffset value)
    {
        value = default;

        // An instant without an offset would depend on where the server stands.
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^3] == ':' && text[^6] is '+' or '-');
        if (!hasOffset || !DateTimeOffset.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out value))
            return false;
        value = new DateTimeOffset(value.Ticks - (value.Ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        return true;
    }

    protected override string Format(DateTimeOffset value) => value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}

/// <summary>A calendar day: <c>2026-11-22</c>.</summary>
internal sealed class DateScalar() : TextScalar<DateOnly>("Date")
{
    protected override bool TryParse(string text, out DateOnly value) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out value);

    protected override string Format(DateOnly value) => value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A GUID in its 36-character form.</summary>
internal sealed class UuidScalar() : TextScalar<Guid>("UUID")
{
    protected override bool TryParse(string text, out Guid value) => Guid.TryParseExact(text, "D", out value);

    protected override string Format(Guid value) => value.ToString("D");
}
