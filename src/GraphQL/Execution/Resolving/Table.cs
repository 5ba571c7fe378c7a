namespace ServiceCrm.GraphQL.Execution;

/// <summary>The objects gathered at one composite position, one row each in the order of writing. Null and unknown objects take a row too.</summary>
internal sealed class Table(SelectionSet selections, Column? source, int capacity)
{
    private object?[] _values = new object?[capacity];

    // Only abstract positions need to remember which selection each object has.
    private Selection?[]? _selections = selections.IsAbstract ? new Selection?[capacity] : null;

    public SelectionSet Selections { get; } = selections;

    /// <summary>The column whose values the rows came from; null for the root.</summary>
    public Column? Source { get; } = source;

    /// <summary>For the table at the top of a later part: the paths of its rows.</summary>
    public Func<int, ImmutableArray<PathSegment>>? RootPath { get; set; }

    public int Count { get; private set; }

    public object? this[int row] => _values[row];

    public void Add(RequestRun run, object? value, Selection? selection)
    {
        if (Count == _values.Length)
        {
            Array.Resize(ref _values, Math.Max(4, Count * 2));
            if (_selections is not null)
                Array.Resize(ref _selections, _values.Length);
        }

        run.CountNode();
        if (_selections is not null)
            _selections[Count] = selection;
        _values[Count++] = value;
    }

    /// <summary>Whether the row holds an object to which the selection applies.</summary>
    public bool Has(int row, Selection selection) => _selections is null ? _values[row] is not null : ReferenceEquals(_selections[row], selection);
}
