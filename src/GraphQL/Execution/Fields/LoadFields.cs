using System.Reflection;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>Reads the key of a field from its object.</summary>
internal abstract class KeySource<TKey>
{
    /// <summary>The property that holds the key; null when it is found otherwise.</summary>
    public virtual PropertyInfo? Property => null;

    /// <summary>False when the object has no key, so that the field is null without a load.</summary>
    public abstract bool TryGet(object parent, out TKey key);
}

/// <summary>A field whose values are found by key: the keys of all rows, and of all fields with the same loader, go into one call.</summary>
internal sealed class LoadField<TKey, T>(PlanFieldInfo info, KeySource<TKey> key, BatchLoader<TKey, T> loader, ValueWriter<T> writer)
    : ColumnField<T>(info, writer)
    where TKey : notnull
{
    public override object BatchKey(RequestRun run) => run.BatchOf(loader);

    public override bool Open(RequestRun run, Table table, Selection selection)
    {
        var column = NewColumn(run, table);
        var batch = run.BatchOf(loader);
        for (var row = 0; row < table.Count; row++)
        {
            if (!table.Has(row, selection))
                continue;
            try
            {
                if (key.TryGet(table[row]!, out var wanted))
                    batch.Want(wanted);
            }
            catch (Exception failure) when (run.IsFieldFailure(failure))
            {
                column.Fail(row, failure);
            }
        }

        return false;
    }

    public override ValueTask ResolveAsync(RequestRun run, Column column, Selection selection)
    {
        var batch = run.BatchOf(loader);
        var values = ((Column<T>)column).Values;
        for (var row = 0; row < column.Table.Count; row++)
        {
            if (!column.Table.Has(row, selection) || column.FailureAt(row) is not null)
                continue;
            if (!key.TryGet(column.Table[row]!, out var wanted))
                values[row] = loader.Missing;
            else if (batch.Get(wanted, out values[row]) is { } failure)
                column.Fail(row, failure);
        }

        return default;
    }
}

/// <summary>A field that lists the values of several keys; what is missing is left out.</summary>
internal sealed class LoadListField<TKey, T>(
    PlanFieldInfo info, KeySource<IReadOnlyList<TKey>> keys, BatchLoader<TKey, T> loader, ValueWriter<IReadOnlyList<T>?> writer)
    : ColumnField<IReadOnlyList<T>?>(info, writer)
    where TKey : notnull
{
    public override object BatchKey(RequestRun run) => run.BatchOf(loader);

    public override bool Open(RequestRun run, Table table, Selection selection)
    {
        var column = NewColumn(run, table);
        var batch = run.BatchOf(loader);
        for (var row = 0; row < table.Count; row++)
        {
            if (!table.Has(row, selection))
                continue;
            try
            {
                if (!keys.TryGet(table[row]!, out var wanted))
                    continue;
                foreach (var key in wanted)
                    batch.Want(key);
            }
            catch (Exception failure) when (run.IsFieldFailure(failure))
            {
                column.Fail(row, failure);
            }
        }

        return false;
    }

    public override ValueTask ResolveAsync(RequestRun run, Column column, Selection selection)
    {
        var batch = run.BatchOf(loader);
        for (var row = 0; row < column.Table.Count; row++)
        {
            if (column.Table.Has(row, selection) && column.FailureAt(row) is null)
                Fill(batch, (Column<IReadOnlyList<T>?>)column, row);
        }

        return default;
    }

    private void Fill(Batch<TKey, T> batch, Column<IReadOnlyList<T>?> column, int row)
    {
        var found = new List<T>();
        column.Values[row] = found;
        if (!keys.TryGet(column.Table[row]!, out var wanted))
            return;
        foreach (var key in wanted)
        {
            if (batch.Get(key, out var value) is { } failure)
                column.Fail(row, failure);
            else if (value is not null)
                found.Add(value);
        }
    }
}
