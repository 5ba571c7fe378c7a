using System.Collections;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>Shapes for values whose CLR type is not known in advance: introspection and schemas from SDL with functions.</summary>
internal static class DynamicShape
{
    /// <summary>The shape of a GraphQL type over plain objects.</summary>
    public static OutputShape<object?> Of(GraphQLType type) => type.Nullable switch
    {
        ListType list => new DynamicListShape(Of(list.ItemType), list.ItemType.IsNonNull, type.IsNonNull),
        CompositeType => new ObjectShape<object?>(type.IsNonNull),
        EnumType values => new LeafShape<object?>(new ClassLeafWriter<object>(new DynamicEnumFormat(values), type.IsNonNull)),
        ScalarType scalar => new LeafShape<object?>(new ClassLeafWriter<object>(new DynamicScalarFormat(scalar), type.IsNonNull)),
        _ => throw new InvalidOperationException($"{type} is not an output type."),
    };
}

internal sealed class DynamicListShape(OutputShape<object?> item, bool itemNonNull, bool nonNull) : OutputShape<object?>
{
    public override ValueWriter<object?> Writer(SelectionSet? selections, StreamUsage? stream) =>
        new DynamicListWriter(new ListWriter<object?>(item.Writer(selections, null), itemNonNull, nonNull, stream));
}

/// <summary>Takes any enumerable as a list.</summary>
internal sealed class DynamicListWriter(ListWriter<object?> list) : ValueWriter<object?>
{
    public override SelectionSet? Columns => list.Columns;

    public override Outcome Write(RequestRun run, object? value, int row) => list.Write(run, Items(value), row);

    public override void Gather(RequestRun run, object? value, Table rows) => list.Gather(run, Items(value), rows);

    public override int CountRows(object? value) => list.CountRows(Items(value));

    private static IReadOnlyList<object?>? Items(object? value) => value switch
    {
        null => null,
        IReadOnlyList<object?> items => items,
        string => throw new LeafValueException("Expected Iterable, but did not find one."),
        IEnumerable items => [.. items.Cast<object?>()],
        _ => throw new LeafValueException("Expected Iterable, but did not find one."),
    };
}

internal sealed class DynamicEnumFormat(EnumType type) : ClassFormat<object>
{
    public override void Write(Utf8Output output, object value) => output.String(
        type.FindByValue(value)?.Name ?? throw new LeafValueException($"Enum \"{type.Name}\" cannot represent value: {EcmaScriptText(value)}"));

    private static string EcmaScriptText(object value) => Types.Scalars.EcmaScript.Inspect(value);
}

internal sealed class DynamicScalarFormat(ScalarType type) : ClassFormat<object>
{
    public override void Write(Utf8Output output, object value)
    {
        if (value is string text && (ReferenceEquals(type, BuiltInScalars.String) || ReferenceEquals(type, BuiltInScalars.Id)))
        {
            output.String(text);
            return;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            if (!type.Coercion.TryWrite(writer, value, out var error))
                throw new LeafValueException(error);
        }

        output.Raw(buffer.WrittenSpan);
    }
}
