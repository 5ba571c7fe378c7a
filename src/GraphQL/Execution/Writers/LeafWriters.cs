using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>Writes one leaf value that is not null. One per scalar and CLR type, made when the schema is built.</summary>
internal abstract class LeafFormat<T> : LeafFormat
{
    public abstract void Write(Utf8Output output, T value);
}

/// <inheritdoc cref="LeafFormat{T}"/>
internal abstract class LeafFormat
{
    /// <summary>The <see cref="OutputShape{T}"/> of leaves in this format.</summary>
    public abstract object Shape(bool isNullable, bool nonNull);
}

internal abstract class StructFormat<T> : LeafFormat<T>
    where T : struct
{
    public sealed override object Shape(bool isNullable, bool nonNull) =>
        isNullable ? new LeafShape<T?>(new NullableStructLeafWriter<T>(this)) : new LeafShape<T>(new StructLeafWriter<T>(this));
}

internal abstract class ClassFormat<T> : LeafFormat<T>
    where T : class
{
    public sealed override object Shape(bool isNullable, bool nonNull) => new LeafShape<T?>(new ClassLeafWriter<T>(this, nonNull));
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

internal sealed class StringFormat : ClassFormat<string>
{
    public override void Write(Utf8Output output, string value) => output.String(value);
}

internal sealed class Int32Format : StructFormat<int>
{
    public override void Write(Utf8Output output, int value) => output.Number(value);
}

internal sealed class Int64Format : StructFormat<long>
{
    public override void Write(Utf8Output output, long value) => output.Number(value);
}

internal sealed class BooleanFormat : StructFormat<bool>
{
    public override void Write(Utf8Output output, bool value) => output.Boolean(value);
}

internal sealed class DecimalFormat : StructFormat<decimal>
{
    public override void Write(Utf8Output output, decimal value) => output.Number(value);
}

/// <summary>Float: JSON has no word for infinity, so a value that is not finite is an error of the field (spec section 3.5.2).</summary>
internal sealed class DoubleFormat : StructFormat<double>
{
    public override void Write(Utf8Output output, double value)
    {
        if (!double.IsFinite(value))
            throw new LeafValueException($"Float cannot represent non numeric value: {value}");
        output.Number(value);
    }
}

internal sealed class GuidFormat : StructFormat<Guid>
{
    public override void Write(Utf8Output output, Guid value) => output.Quoted(value, 36, "D");
}

/// <summary>RFC 3339 in UTC with milliseconds.</summary>
internal sealed class DateTimeFormat : StructFormat<DateTimeOffset>
{
    public override void Write(Utf8Output output, DateTimeOffset value) => output.Quoted(value.UtcDateTime, 32, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'");
}

internal sealed class DateFormat : StructFormat<DateOnly>
{
    public override void Write(Utf8Output output, DateOnly value) => output.Quoted(value, 16, "yyyy-MM-dd");
}

internal sealed class JsonFormat : StructFormat<JsonElement>
{
    public override void Write(Utf8Output output, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Undefined)
            output.Null();
        else
            output.Raw(JsonSerializer.SerializeToUtf8Bytes(value));
    }
}

/// <summary>The quoted names of an enum by number: by the type itself, each enum would need a dictionary class of its own, which start-up pays for.</summary>
internal static class EnumNames
{
    public static Dictionary<int, byte[]> Of(EnumType type)
    {
        var names = new Dictionary<int, byte[]>();
        foreach (var value in type.Values)
            names.TryAdd(Convert.ToInt32(value.Value, CultureInfo.InvariantCulture), [.. "\""u8, .. Encoding.UTF8.GetBytes(value.Name), .. "\""u8]);
        return names;
    }
}

/// <summary>Enum values by their number: a table of finished, quoted names.</summary>
internal sealed class EnumFormat<T>(EnumType type) : StructFormat<T>
    where T : struct, Enum
{
    private readonly Dictionary<int, byte[]> _names = EnumNames.Of(type);

    public override void Write(Utf8Output output, T value) => output.Raw(
        _names.TryGetValue(NumberOf(value), out var name) ? name : throw new LeafValueException($"Enum \"{type.Name}\" cannot represent value: {value}"));

    private static int NumberOf(T value) => Unsafe.SizeOf<T>() == sizeof(int) ? Unsafe.BitCast<T, int>(value) : Convert.ToInt32(value, CultureInfo.InvariantCulture);
}

/// <summary>A resolver returned a value that its scalar cannot show (spec section 6.4.3). The message is the engine's own and safe to show.</summary>
internal sealed class LeafValueException(string message) : Exception(message);
