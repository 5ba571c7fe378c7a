namespace ServiceCrm.GraphQL.Execution;

/// <summary>
/// A field whose values are there before writing starts: because they come asynchronously or in batches, or because something below does.
/// </summary>
internal abstract class ColumnField(PlanFieldInfo info) : PlanField(info)
{
    /// <summary>Fields of one batch are loaded together when they are ready at the same time; null for a field of its own.</summary>
    public virtual object? BatchKey(RequestRun run) => null;

    /// <summary>Whether the field may run while others do.</summary>
    public virtual bool IsParallel => false;

    /// <summary>Makes the column; true when it is complete at once, false when a step must follow.</summary>
    public abstract bool Open(RequestRun run, Table table, Selection selection);

    /// <summary>Fills the column; errors stay in it. Not called when <see cref="Open"/> did it.</summary>
    public abstract ValueTask ResolveAsync(RequestRun run, Column column, Selection selection);

    /// <summary>Lays out the objects of the complete column for the selection below; null when nothing below has columns.</summary>
    public abstract Table? Gather(RequestRun run);
}

/// <inheritdoc cref="ColumnField"/>
internal abstract class ColumnField<T>(PlanFieldInfo info, ValueWriter<T> writer) : ColumnField(info)
{
    public sealed override Outcome Write(RequestRun run, object parent, int row)
    {
        if (run.Refuses(this))
            return run.Deny(this);
        var column = ColumnOf(run);
        if (column.FailureAt(row) is { } failure)
        {
            run.Failure = failure;
            return Outcome.Failed;
        }

        var depth = run.PushField(this);
        var outcome = writer.Write(run, column.Values[row]!, column.StartOf(row));
        run.Pop(depth);
        return outcome;
    }

    public sealed override Table? Gather(RequestRun run)
    {
        if (writer.Columns is not { } selections)
            return null;
        var column = ColumnOf(run);
        var rows = new Table(selections, column, column.Table.Count);
        for (var row = 0; row < column.Table.Count; row++)
        {
            column.SetStart(row, rows.Count);
            if (column.Values[row] is { } value)
                writer.Gather(run, value, rows);
        }

        return rows;
    }

    protected Column<T> ColumnOf(RequestRun run) => (Column<T>)run.Columns[Info.Column]!;

    protected Column<T> NewColumn(RequestRun run, Table table)
    {
        var column = new Column<T>(this, table);
        run.Columns[Info.Column] = column;
        return column;
    }
}

/// <summary>A synchronous field that is resolved early because something below it needs a step.</summary>
internal sealed class EarlyField<T>(PlanFieldInfo info, ValueSource<T> source, ValueWriter<T> writer) : ColumnField<T>(info, writer)
{
    public override bool Open(RequestRun run, Table table, Selection selection)
    {
        var column = NewColumn(run, table);
        for (var row = 0; row < table.Count; row++)
        {
            if (!table.Has(row, selection))
                continue;
            try
            {
                column.Values[row] = source.Get(new ResolveCall(run, this, table[row]!, table, row));
            }
            catch (Exception failure) when (run.IsFieldFailure(failure))
            {
                column.Fail(row, failure);
            }
        }

        return true;
    }

    public override ValueTask ResolveAsync(RequestRun run, Column column, Selection selection) => default;
}

/// <summary>An asynchronous field: one call for each row, one after the other, because they share the request's database context.</summary>
internal sealed class AsyncField<T>(PlanFieldInfo info, ValueSource<ValueTask<T>> source, ValueWriter<T> writer, bool isParallel)
    : ColumnField<T>(info, writer)
{
    public override bool IsParallel => isParallel;

    public override bool Open(RequestRun run, Table table, Selection selection)
    {
        NewColumn(run, table);
        return false;
    }

    public override async ValueTask ResolveAsync(RequestRun run, Column column, Selection selection)
    {
        var values = ((Column<T>)column).Values;
        for (var row = 0; row < column.Table.Count; row++)
        {
            if (!column.Table.Has(row, selection))
                continue;
            try
            {
                run.Cancellation.ThrowIfCancellationRequested();
                values[row] = await Start(run, column.Table, row);
            }
            catch (Exception failure) when (run.IsFieldFailure(failure))
            {
                column.Fail(row, failure);
            }
        }
    }

    private ValueTask<T> Start(RequestRun run, Table table, int row) => source.Get(new ResolveCall(run, this, table[row]!, table, row));
}

/// <summary>The root field of a subscription: its value is the event.</summary>
internal sealed class EventField<T>(PlanFieldInfo info, ValueWriter<T> writer) : ColumnField<T>(info, writer)
{
    public override bool Open(RequestRun run, Table table, Selection selection)
    {
        var column = NewColumn(run, table);
        column.Values[0] = (T)run.Event!;
        return true;
    }

    public override ValueTask ResolveAsync(RequestRun run, Column column, Selection selection) => default;
}
