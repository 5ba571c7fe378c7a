namespace ServiceCrm.GraphQL.Execution;

/// <summary>
/// Executes and delivers the later parts of an answer (incremental delivery, a proposal to the specification, in the form of graphql-js 17):
/// each payload announces parts under an id (<c>pending</c>), brings what they hold (<c>incremental</c>) and ends them (<c>completed</c>).
/// Parts run one batch after the other, because they share the request's database context.
/// </summary>
internal sealed class IncrementalDelivery(RequestRun run)
{
    private readonly Queue<LaterPart> _ready = new();
    private readonly PayloadParts _payload = new();
    private int _lastId = -1;
    private int _open;

    /// <summary>Announces in the first answer what comes later; false when nothing does.</summary>
    public bool Begin(Utf8Output output)
    {
        Announce(Found([]));
        if (_open == 0)
            return false;
        output.Raw((byte)',');
        _payload.WriteTo(output, hasNext: true);
        return true;
    }

    /// <summary>The payloads after the first answer. Each is valid until the next one is asked for.</summary>
    public async IAsyncEnumerable<ExecutionResult> RunAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(run.Aborted, cancellation);
        await using var timer = run.Options.Clock.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), limit, run.Options.TimeLimit, Timeout.InfiniteTimeSpan);
        run.Cancellation = limit.Token;
        var output = run.Output = new Utf8Output();
        try
        {
            while (_ready.Count > 0)
            {
                await RunAsync(NextBatch());
                output.CutBack(0);
                output.Raw((byte)'{');
                _payload.WriteTo(output, hasNext: _open > 0);
                output.Raw((byte)'}');
                yield return ExecutionResult.OfBytes(output.WrittenMemory);
            }
        }
        finally
        {
            output.Release();
        }
    }

    // The first part that waits, and all others that are resolved in the same way.
    private List<LaterPart> NextBatch()
    {
        var batch = _ready.Where(part => ReferenceEquals(part.BatchKey, _ready.Peek().BatchKey)).ToList();
        var rest = _ready.Except(batch).ToList();
        _ready.Clear();
        rest.ForEach(_ready.Enqueue);
        return batch;
    }

    private async ValueTask RunAsync(List<LaterPart> batch)
    {
        var starts = new int[batch.Count];
        Exception? failure = null;
        try
        {
            if (batch[0].Columns is { } columns)
                await new StepRunner(run).ResolveAsync(Gather(batch, columns, starts));
        }
        catch (Exception failed) when (run.IsFieldFailure(failed))
        {
            failure = failed;
        }

        for (var i = 0; i < starts.Length; i++)
            Finish(batch[i], starts[i], failure);
    }

    private Table Gather(List<LaterPart> batch, SelectionSet columns, int[] starts)
    {
        var rows = new Table(columns, null, batch.Count);
        rows.RootPath = row => Array.FindLastIndex(starts, start => start <= row) is var part and >= 0 ? batch[part].PathOf(row - starts[part]) : [];
        for (var i = 0; i < starts.Length; i++)
        {
            starts[i] = rows.Count;
            batch[i].Gather(run, rows);
        }

        return rows;
    }

    private void Finish(LaterPart part, int row, Exception? failure)
    {
        run.Later!.Scope = part.Scope;
        var fits = failure is null && part.Write(run, row);
        if (failure is not null)
            part.Fail(run, failure);
        var output = run.Output;
        if (!fits)
            run.CutBack(0);
        if (run.Errors is { } errors)
        {
            if (fits)
                output.Raw((byte)',');
            GraphQLExecutor.WriteErrors(output, errors);
        }

        var body = output.Written.ToArray();
        if (part is GroupPart group)
            Finish(group, body, fits);
        else
            Finish((StreamPart)part, body, fits);
    }

    private void Finish(StreamPart stream, byte[] body, bool fits)
    {
        if (fits)
        {
            Announce(Found([]));
            _payload.Add(stream.Id!, [], body);
        }

        Complete(stream.Id!, fits ? null : body);
    }

    private void Finish(GroupPart group, byte[] body, bool fits)
    {
        foreach (var fragment in group.Fragments)
            fragment.Waiting.Remove(group);
        if (fits)
        {
            var result = new GroupResult(group, body);
            foreach (var fragment in group.Fragments)
                fragment.Results.Add(result);
            Announce(Found(group.Fragments));
        }
        else
        {
            foreach (var fragment in group.Fragments)
                fragment.Errors ??= body;
        }

        foreach (var fragment in group.Fragments)
            Settle(fragment);
    }

    /// <summary>Ends a fragment that was announced and has failed, or has nothing left to wait for.</summary>
    private void Settle(DeferredFragment fragment)
    {
        if (fragment.Id is not { } id || fragment.IsOver || (fragment.Errors is null && fragment.Waiting.Count > 0))
            return;
        fragment.IsOver = true;
        if (fragment.Errors is null)
        {
            foreach (var result in fragment.Results.Where(result => !result.IsSent))
                Send(result, fragment);
            Announce(fragment.Children);
        }

        Complete(id, fragment.Errors);
    }

    // Under the id of its fragment with the longest path, so that the least is left to say.
    private void Send(GroupResult result, DeferredFragment complete)
    {
        result.IsSent = true;
        var best = result.Part.Fragments.Where(fragment => fragment.Id is not null && !(fragment.IsOver && !ReferenceEquals(fragment, complete)))
            .MaxBy(fragment => fragment.Path.Length)!;
        _payload.Add(best.Id!, result.Part.Path.AsSpan()[best.Path.Length..], result.Body);
    }

    private void Complete(string id, byte[]? errors)
    {
        _open--;
        _payload.Complete(id, errors);
    }

    /// <summary>Links the parts found in the last one to their fragments; what has nothing to wait for is returned.</summary>
    /// <param name="around">The fragments of the group they were found in.</param>
    private HashSet<object> Found(DeferredFragment[] around)
    {
        var free = new HashSet<object>();
        foreach (var part in run.Later!.Take())
        {
            DeferredFragment[] parents = part is GroupPart group ? group.Fragments : around;
            foreach (var parent in parents)
            {
                if (part is GroupPart waiting)
                    parent.Waiting.Add(waiting);
                else
                    parent.Children.Add(part);
                Attach(parent, free);
            }

            if (parents.Length == 0)
                free.Add(part);
            else if (part is GroupPart { IsStarted: false } ready && Array.Exists(parents, parent => parent is { Id: not null, IsOver: false }))
                Start(ready);
        }

        return free;
    }

    private static void Attach(DeferredFragment fragment, HashSet<object> free)
    {
        if (fragment.Id is not null)
            return;
        if (fragment.Parent is not { IsOver: false } parent)
        {
            free.Add(fragment);
            return;
        }

        if (!parent.Children.Contains(fragment))
            parent.Children.Add(fragment);
        Attach(parent, free);
    }

    /// <summary>Gives ids to what may be delivered from now on. A fragment without fields of its own is passed over for those within it.</summary>
    private void Announce(IEnumerable<object> nodes)
    {
        foreach (var node in nodes.ToList())
        {
            if (node is StreamPart { Id: null } stream)
            {
                stream.Id = Announce(stream.Path, stream.Label);
                _ready.Enqueue(stream);
            }
            else if (node is DeferredFragment { Id: null, IsOver: false } fragment)
                Announce(fragment);
        }
    }

    private void Announce(DeferredFragment fragment)
    {
        if (fragment.Waiting.Count == 0 && fragment.Errors is null && fragment.Results.TrueForAll(result => result.IsSent))
        {
            fragment.IsOver = true;
            Announce(fragment.Children);
            return;
        }

        fragment.Id = Announce(fragment.Path, fragment.Label);
        foreach (var group in fragment.Waiting.Where(group => !group.IsStarted))
            Start(group);
        Settle(fragment);
    }

    private string Announce(ImmutableArray<PathSegment> path, string? label)
    {
        _open++;
        var id = (++_lastId).ToString(CultureInfo.InvariantCulture);
        _payload.Announce(id, path, label);
        return id;
    }

    private void Start(GroupPart group)
    {
        group.IsStarted = true;
        _ready.Enqueue(group);
    }
}
