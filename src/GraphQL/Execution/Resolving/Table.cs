namespace ServiceCrm.GraphQL.Execution;

/// <summary>The objects gathered at one composite position, one row each in the order of writing. Null and unknown objects take a row too.</summary>
internal sealed class Table(SelectionSet selections, Column? source)
{
    private object?[] _values = new object?[8];
    private Selection?[] _selections = new Selection?[8];

    public SelectionSet Selections { get; } = selections;

    /// <summary>The column whose values the rows came from; null for the root.</summary>
    public Column? Source { get; } = source;

    public int Count { get; private set; }

    public object? this[int row] => _values[row];

    public void Add(RequestRun run, object? value, Selection? selection)
    {
        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Count * 2);
            Array.Resize(ref _selections, Count * 2);
        }

        run.CountNode();
        _values[Count] = value;
        _selections[Count++] = selection;
    }

    /// <summary>Whether the row holds an object to which the selection applies.</summary>
    public bool Has(int row, Selection selection) => ReferenceEquals(_selections[row], selection);
}
