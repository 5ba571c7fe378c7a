namespace ServiceCrm.GraphQL.Execution;

/// <summary>Writes a list (spec section 6.4.3, CompleteValue on lists): an item that fails is null, or takes the list with it.</summary>
internal sealed class ListWriter<T>(ValueWriter<T> item, bool itemNonNull, bool nonNull, StreamUsage? stream = null) : ValueWriter<IReadOnlyList<T>?>
{
    // Items that are objects take one row each; items that are lists take as many as they hold.
    private readonly bool _oneRowEach = item is IObjectWriter;

    private readonly ValueWriter<T> _item = item;

    public override SelectionSet? Columns => _item.Columns;

    public override Outcome Write(RequestRun run, IReadOnlyList<T>? value, int row)
    {
        if (value is null)
            return run.Null(nonNull);
        var mark = run.Output.Length;
        var items = Items(value, out var rented);
        var count = CountOf(run, value);
        if (count < items.Length)
            run.Later!.Add(new Rest(this, value, count, run), mark);
        var fits = WriteItems(run, items[..count], row, 0);
        Return(rented);
        return fits ? Outcome.Written : run.GiveUp(mark, nonNull);
    }

    public override void Gather(RequestRun run, IReadOnlyList<T>? value, Table rows)
    {
        if (value is null)
            return;
        var items = Items(value, out var rented);
        foreach (var element in items[..CountOf(run, value)])
            _item.Gather(run, element, rows);
        Return(rented);
    }

    public override int CountRows(IReadOnlyList<T>? value)
    {
        if (value is null || _oneRowEach)
            return value?.Count ?? 0;
        var count = 0;
        foreach (var element in value)
            count += _item.CountRows(element);
        return count;
    }

    // How many items come with the list: all, but for @stream.
    private int CountOf(RequestRun run, IReadOnlyList<T> list) => stream is null ? list.Count : Math.Min(list.Count, stream.InitialCount(run));

    private bool WriteItems(RequestRun run, ReadOnlySpan<T> items, int row, int first)
    {
        var output = run.Output;
        var depth = run.PushIndex();
        output.Raw((byte)'[');
        var i = 0;
        while (i < items.Length)
        {
            var mark = output.Length;
            try
            {
                for (; i < items.Length; i++)
                {
                    mark = output.Length;
                    if (i > 0)
                        output.Raw((byte)',');
                    run.SetIndex(depth, first + i);
                    var outcome = _item.Write(run, items[i], row);
                    row += _oneRowEach ? 1 : _item.CountRows(items[i]);
                    if (outcome != Outcome.Written && !Recover(run, outcome, mark, i))
                        return Leave(run, depth);
                }
            }
            catch (Exception failure) when (run.IsFieldFailure(failure))
            {
                run.Pop(depth + 1);
                run.Failure = failure;
                if (!Recover(run, Outcome.Failed, mark, i))
                    return Leave(run, depth);
                row += _oneRowEach ? 1 : _item.CountRows(items[i]);
                i++;
            }
        }

        output.Raw((byte)']');
        run.Pop(depth);
        return true;
    }

    private static bool Leave(RequestRun run, int depth)
    {
        run.Pop(depth);
        return false;
    }

    private bool Recover(RequestRun run, Outcome outcome, int mark, int index)
    {
        run.Report(outcome);
        run.CutBack(mark);
        if (itemNonNull)
            return false;
        if (index > 0)
            run.Output.Raw((byte)',');
        run.Output.Null();
        return true;
    }

    // Arrays and lists are read in place; what else calls itself a list is copied into a rented array.
    private static ReadOnlySpan<T> Items(IReadOnlyList<T> list, out T[]? rented)
    {
        rented = null;
        switch (list)
        {
            case T[] array:
                return new ReadOnlySpan<T>(array);
            case List<T> items:
                return CollectionsMarshal.AsSpan(items);
        }

        var count = list.Count;
        rented = ArrayPool<T>.Shared.Rent(count);
        for (var i = 0; i < count; i++)
            rented[i] = list[i];
        return rented.AsSpan(0, count);
    }

    private static void Return(T[]? rented)
    {
        if (rented is not null)
            ArrayPool<T>.Shared.Return(rented, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());
    }

    /// <summary>The items that <c>@stream</c> brings later.</summary>
    private sealed class Rest(ListWriter<T> writer, IReadOnlyList<T> list, int firstIndex, RequestRun found)
        : StreamPart(found.FieldHere!, found.FieldHere!.Info.Stream!, firstIndex, found.Path(), found.Later!.Scope)
    {
        public override SelectionSet? Columns => writer.Columns;

        public override void Gather(RequestRun run, Table rows)
        {
            for (var i = FirstIndex; i < list.Count; i++)
                writer._item.Gather(run, list[i], rows);
        }

        protected override bool WriteItems(RequestRun run, int row)
        {
            var fits = writer.WriteItems(run, Items(list, out var rented)[FirstIndex..], row, FirstIndex);
            Return(rented);
            return fits;
        }
    }
}
