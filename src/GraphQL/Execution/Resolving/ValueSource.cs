namespace ServiceCrm.GraphQL.Execution;

/// <summary>One call of a resolver: for which field, object and row.</summary>
internal readonly ref struct ResolveCall(RequestRun run, PlanField field, object parent, Table? table, int row)
{
    public RequestRun Run { get; } = run;

    public PlanField Field { get; } = field;

    public object Parent { get; } = parent;

    /// <summary>The table of the object while columns are resolved; null while writing.</summary>
    public Table? Table { get; } = table;

    public int Row { get; } = row;
}

/// <summary>Where a field's value comes from, compiled once when the schema is built.</summary>
internal abstract class ValueSource<T>
{
    public abstract T Get(in ResolveCall call);
}
