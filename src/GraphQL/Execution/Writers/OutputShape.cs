namespace ServiceCrm.GraphQL.Execution;

/// <summary>How values of a CLR type show as a GraphQL output type. Belongs to the schema; makes the writers of plans.</summary>
internal abstract class OutputShape<T>
{
    /// <summary>The writer for one position; composite types need the selections below it, lists their <c>@stream</c>.</summary>
    public abstract ValueWriter<T> Writer(SelectionSet? selections, StreamUsage? stream);
}

/// <summary>A leaf: its writer is the same everywhere.</summary>
internal sealed class LeafShape<T>(ValueWriter<T> writer) : OutputShape<T>
{
    public override ValueWriter<T> Writer(SelectionSet? selections, StreamUsage? stream) => writer;
}

/// <summary>An object, interface or union.</summary>
internal sealed class ObjectShape<T>(bool nonNull) : OutputShape<T>
{
    public override ValueWriter<T> Writer(SelectionSet? selections, StreamUsage? stream) => new ObjectWriter<T>(selections!, nonNull);
}

/// <summary>A list.</summary>
internal sealed class ListShape<T>(OutputShape<T> item, bool itemNonNull, bool nonNull) : OutputShape<IReadOnlyList<T>?>
{
    public override ValueWriter<IReadOnlyList<T>?> Writer(SelectionSet? selections, StreamUsage? stream) => 
        new ListWriter<T>(item.Writer(selections, null), itemNonNull, nonNull, stream);
}
