namespace ServiceCrm.GraphQL.Execution;

/// <summary>The values of one field for all rows of a table.</summary>
internal abstract class Column(ColumnField field, Table table)
{
    private Dictionary<int, Exception>? _failures;
    private int[]? _starts;

    public ColumnField Field { get; } = field;

    public Table Table { get; } = table;

    public void Fail(int row, Exception failure) => (_failures ??= [])[row] = failure;

    public Exception? FailureAt(int row) => _failures is not null && _failures.TryGetValue(row, out var failure) ? failure : null;

    /// <summary>The first row in the table of the next selection that belongs to this row's value.</summary>
    public int StartOf(int row) => _starts is null ? 0 : _starts[row];

    public void SetStart(int row, int start) => (_starts ??= new int[Table.Count])[row] = start;

    /// <summary>The row whose value holds a row of the next table, for the path of an error.</summary>
    public int RowOfChild(int childRow)
    {
        var at = Array.BinarySearch(_starts!, childRow);
        if (at < 0)
            return ~at - 1;

        // Rows without objects share their start with the next one; the last of them holds the child.
        while (at + 1 < _starts!.Length && _starts[at + 1] == childRow)
            at++;
        return at;
    }
}

/// <inheritdoc cref="Column"/>
internal sealed class Column<T>(ColumnField field, Table table) : Column(field, table)
{
    public T?[] Values { get; } = new T?[table.Count];
}
