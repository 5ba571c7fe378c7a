using System.Collections.Concurrent;

namespace ServiceCrm.GraphQL.Subscriptions;

/// <summary>The operations of one connection: by id while the id is taken, and all of which something still runs.</summary>
internal sealed class OperationList
{
    private readonly ConcurrentDictionary<string, RunningOperation> _taken = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<RunningOperation, bool> _running = new();

    public int Count => _taken.Count;

    public bool Has(string id) => _taken.ContainsKey(id);

    /// <summary>Starts the operation unless its id is taken.</summary>
    public bool TryStart(RunningOperation operation)
    {
        if (!_taken.TryAdd(operation.Id, operation))
            return false;
        _running[operation] = true;
        operation.Start();
        return true;
    }

    /// <summary>Frees an id; its operation is for the caller to stop.</summary>
    public bool TryTake(string id, [NotNullWhen(true)] out RunningOperation? operation) => _taken.TryRemove(id, out operation);

    /// <summary>The id may be used again. Only if it is still this operation's: a client may use an id again as soon as it is free.</summary>
    public void Release(RunningOperation operation) => _taken.TryRemove(new KeyValuePair<string, RunningOperation>(operation.Id, operation));

    /// <summary>Nothing of the operation runs any longer.</summary>
    public void Finished(RunningOperation operation) => _running.TryRemove(operation, out _);

    /// <summary>Completes when nothing runs any longer; cancelling them is the connection's affair.</summary>
    public Task WhenDone() => Task.WhenAll(_running.Keys.Select(operation => operation.Done));
}
