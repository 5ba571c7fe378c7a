using ServiceCrm.GraphQL.Execution;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>A field that shows some node by its global id, its type known only from the id.</summary>
internal sealed class AnyNodeRuntime(KeySource<string> globalId, Dictionary<string, NodeEntry> entries) : FieldRuntime
{
    public override PlanField Create(PlanFieldInfo info) => new AnyNodeField(info, globalId, entries, new ObjectShape<object?>(nonNull: false).Writer(info.Selections, null));
}

internal sealed class AnyNodeKey<TParent>(Func<TParent, string?> globalId) : KeySource<string>
{
    public override bool TryGet(object parent, out string key)
    {
        key = globalId((TParent)parent) ?? string.Empty;
        return key.Length > 0;
    }
}

/// <summary>All rows of a step together: one load for each type among their ids.</summary>
internal sealed class AnyNodeField(PlanFieldInfo info, KeySource<string> globalId, Dictionary<string, NodeEntry> entries, ValueWriter<object?> writer)
    : ColumnField<object?>(info, writer)
{
    public override bool Open(RequestRun run, Table table, Selection selection)
    {
        NewColumn(run, table);
        return false;
    }

    public override async ValueTask ResolveAsync(RequestRun run, Column column, Selection selection)
    {
        var wanted = new List<(int Row, string Id, NodeEntry Entry)>();
        for (var row = 0; row < column.Table.Count; row++)
        {
            // An id of a type that this schema does not show, or not to this caller, is like none: the row itself is fine.
            if (column.Table.Has(row, selection)
                && globalId.TryGet(column.Table[row]!, out var id)
                && GlobalId.TypeName(id) is { } name
                && entries.TryGetValue(name, out var entry)
                && entry.Want(run, id) is null)
                wanted.Add((row, id, entry));
        }

        foreach (var entry in wanted.Select(w => w.Entry).Distinct())
            await entry.LoadAsync(run);
        foreach (var (row, id, entry) in wanted)
        {
            var found = entry.Get(run, id);
            if (found is FailedValue failed)
                column.Fail(row, failed.Failure);
            else
                ((Column<object?>)column).Values[row] = found;
        }
    }
}
