namespace ServiceCrm.GraphQL.Execution;

/// <summary>Writes one leaf value that is not null. One per scalar and CLR type, made when the schema is built.</summary>
internal abstract class LeafFormat<T>
{
    public abstract void Write(Utf8Output output, T value);
}

/// <summary>A leaf of a value type.</summary>
internal sealed class StructLeafWriter<T>(LeafFormat<T> format) : ValueWriter<T>
    where T : struct
{
    public override Outcome Write(RequestRun run, T value, int row)
    {
        format.Write(run.Output, value);
        return Outcome.Written;
    }
}

/// <summary>A leaf of a nullable value type.</summary>
internal sealed class NullableStructLeafWriter<T>(LeafFormat<T> format) : ValueWriter<T?>
    where T : struct
{
    public override Outcome Write(RequestRun run, T? value, int row)
    {
        if (value is { } present)
            format.Write(run.Output, present);
        else
            run.Output.Null();
        return Outcome.Written;
    }
}

/// <summary>A leaf of a reference type; null is written or refused.</summary>
internal sealed class ClassLeafWriter<T>(LeafFormat<T> format, bool nonNull) : ValueWriter<T?>
    where T : class
{
    public override Outcome Write(RequestRun run, T? value, int row)
    {
        if (value is not null)
            format.Write(run.Output, value);
        else if (nonNull)
            return Outcome.ForbiddenNull;
        else
            run.Output.Null();
        return Outcome.Written;
    }
}

internal sealed class StringFormat : LeafFormat<string>
{
    public override void Write(Utf8Output output, string value) => output.String(value);
}

internal sealed class Int32Format : LeafFormat<int>
{
    public override void Write(Utf8Output output, int value) => output.Number(value);
}

internal sealed class Int64Format : LeafFormat<long>
{
    public override void Write(Utf8Output output, long value) => output.Number(value);
}

internal sealed class BooleanFormat : LeafFormat<bool>
{
    public override void Write(Utf8Output output, bool value) => output.Boolean(value);
}

internal sealed class DecimalFormat : LeafFormat<decimal>
{
    public override void Write(Utf8Output output, decimal value) => output.Number(value);
}

/// <summary>Float: JSON has no word for infinity, so a value that is not finite is an error of the field (spec section 3.5.2).</summary>
internal sealed class DoubleFormat : LeafFormat<double>
{
    public override void Write(Utf8Output output, double value)
    {
        if (!double.IsFinite(value))
            throw new LeafValueException($"Float cannot represent non numeric value: {value}");
        output.Number(value);
    }
}

internal sealed class GuidFormat : LeafFormat<Guid>
{
    public override void Write(Utf8Output output, Guid value) => output.Quoted(value, 36, "D");
}

/// <summary>RFC 3339 in UTC with milliseconds.</summary>
internal sealed class DateTimeFormat : LeafFormat<DateTimeOffset>
{
    public override void Write(Utf8Output output, DateTimeOffset value) => output.Quoted(value.UtcDateTime, 32, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}

internal sealed class DateFormat : LeafFormat<DateOnly>
{
    public override void Write(Utf8Output output, DateOnly value) => output.Quoted(value, 16, "yyyy-MM-dd");
}

internal sealed class JsonFormat : LeafFormat<JsonElement>
{
    public override void Write(Utf8Output output, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            output.Null();
        else
            output.Raw(JsonSerializer.SerializeToUtf8Bytes(value));
    }
}

/// <summary>Enum values by their number: a table of finished, quoted names.</summary>
internal sealed class EnumFormat<T>(IReadOnlyDictionary<T, byte[]> names, string typeName) : LeafFormat<T>
    where T : struct, Enum
{
    public override void Write(Utf8Output output, T value) => output.Raw(
        names.TryGetValue(value, out var name) ? name : throw new LeafValueException($"Enum \"{typeName}\" cannot represent value: {value}"));
}

/// <summary>Any leaf shown as a string, such as a global id.</summary>
internal sealed class TextFormat<T>(Func<T, string> text) : LeafFormat<T>
{
    public override void Write(Utf8Output output, T value) => output.String(text(value));
}

/// <summary>A resolver returned a value that its scalar cannot show (spec section 6.4.3). The message is the engine's own and safe to show.</summary>
internal sealed class LeafValueException(string message) : Exception(message);
