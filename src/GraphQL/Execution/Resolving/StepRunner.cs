namespace ServiceCrm.GraphQL.Execution;

/// <summary>
/// The resolve phase: level by level from the root. A level opens the columns of all tables that are complete, then runs its steps: fields
/// with the same loader share one call, everything else runs in turn unless declared parallel. Batching follows from the plan, not from time.
/// </summary>
internal sealed class StepRunner(RequestRun run)
{
    private readonly Queue<Table> _ready = new();
    private List<Step> _steps = [];

    /// <summary>Resolves all columns below a root table; errors stay in the columns.</summary>
    public ValueTask ResolveAsync(Table root)
    {
        _ready.Enqueue(root);
        return RunLevelsAsync();
    }

    /// <summary>Resolves one field of the root and everything below it, for serial mutations.</summary>
    public ValueTask ResolveAsync(Table root, ColumnField field)
    {
        Open(root, root.Selections.All.Single(), field);
        return RunLevelsAsync();
    }

    private async ValueTask RunLevelsAsync()
    {
        while (true)
        {
            while (_ready.TryDequeue(out var table))
                Open(table);
            if (_steps.Count == 0)
                return;
            var level = _steps;
            _steps = [];
            await RunAsync(level);
            foreach (var step in level)
                Gather(step.Field);
        }
    }

    private void Open(Table table)
    {
        foreach (var selection in table.Selections.All)
        {
            foreach (var field in selection.Columns)
                Open(table, selection, field);
        }
    }

    private void Open(Table table, Selection selection, ColumnField field)
    {
        if (!run.Includes(field) || run.Refuses(field))
            return;
        if (field.Open(run, table, selection))
            Gather(field);
        else
            _steps.Add(new Step(field, selection));
    }

    private ValueTask RunAsync(List<Step> level) => level.Count == 1 ? RunGroupAsync(level[0].Field.BatchKey(run), level) : RunManyAsync(level);

    private async ValueTask RunManyAsync(List<Step> level)
    {
        var parallel = new List<Task>();
        foreach (var step in level.Where(step => step.Field.IsParallel))
            parallel.Add(Run(step).AsTask());
        foreach (var group in level.Where(step => !step.Field.IsParallel).GroupBy(step => step.Field.BatchKey(run) ?? step))
            await RunGroupAsync(group.Key, group);
        await Task.WhenAll(parallel);
    }

    private async ValueTask RunGroupAsync(object? key, IEnumerable<Step> group)
    {
        if (key is Batch batch)
            await (OperationTelemetry.HasListeners ? LoadTracedAsync(batch, group) : batch.LoadAsync(run));
        foreach (var step in group)
            await Run(step);
    }

    private async ValueTask LoadTracedAsync(Batch batch, IEnumerable<Step> group)
    {
        var span = OperationTelemetry.Start("graphql.load", ("graphql.field", string.Join(' ', group.Select(step => step.Field))));
        try
        {
            await batch.LoadAsync(run);
        }
        finally
        {
            OperationTelemetry.Stop(span);
        }
    }

    private ValueTask Run(Step step) => OperationTelemetry.HasListeners ? RunTracedAsync(step) : step.Field.ResolveAsync(run, ColumnOf(step.Field), step.Selection);

    private async ValueTask RunTracedAsync(Step step)
    {
        var span = OperationTelemetry.Start("graphql.resolve", ("graphql.field", step.Field.ToString()), ("graphql.rows", ColumnOf(step.Field).Table.Count));
        try
        {
            await step.Field.ResolveAsync(run, ColumnOf(step.Field), step.Selection);
        }
        finally
        {
            OperationTelemetry.Stop(span);
        }
    }

    private void Gather(ColumnField field)
    {
        try
        {
            if (field.Gather(run) is { Count: > 0 } rows)
                _ready.Enqueue(rows);
        }
        catch (Exception failure) when (run.IsFieldFailure(failure))
        {
            // Too many objects, or a list that fails while it is read: the whole column is of no use.
            var column = ColumnOf(field);
            for (var row = 0; row < column.Table.Count; row++)
                column.Fail(row, failure);
        }
    }

    private Column ColumnOf(ColumnField field) => run.Columns[field.Info.Column]!;

    private sealed record Step(ColumnField Field, Selection Selection);
}
