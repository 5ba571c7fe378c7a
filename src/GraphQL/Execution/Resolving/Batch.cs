namespace ServiceCrm.GraphQL.Execution;

/// <summary>Loads many values by their keys in one call, compiled once when the schema is built.</summary>
internal abstract class BatchLoader<TKey, TValue>
    where TKey : notnull
{
    /// <summary>What a key gets that the loader does not know.</summary>
    public virtual TValue? Missing => default;

    /// <summary>Loads distinct keys into the dictionary; a missing key stays out.</summary>
    public abstract ValueTask LoadAsync(RequestRun run, IReadOnlyList<TKey> keys, Dictionary<TKey, TValue?> found);
}

/// <summary>What one loader has loaded in one request. Keys wanted by all fields of a step are collected first and loaded once.</summary>
internal abstract class Batch
{
    public abstract ValueTask LoadAsync(RequestRun run);

    public abstract void Clear();
}

/// <inheritdoc cref="Batch"/>
internal sealed class Batch<TKey, TValue>(BatchLoader<TKey, TValue> loader) : Batch
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue?> _found = [];
    private readonly Dictionary<TKey, Exception> _failed = [];
    private readonly HashSet<TKey> _wanted = [];
    private readonly List<TKey> _order = [];

    public void Want(TKey key)
    {
        if (!_found.ContainsKey(key) && !_failed.ContainsKey(key) && _wanted.Add(key))
            _order.Add(key);
    }

    public override async ValueTask LoadAsync(RequestRun run)
    {
        if (_order.Count == 0)
            return;
        TKey[] keys = [.. _order];
        _order.Clear();
        _wanted.Clear();
        try
        {
            run.Cancellation.ThrowIfCancellationRequested();
            await loader.LoadAsync(run, keys, _found);
        }
        catch (Exception failure) when (run.IsFieldFailure(failure))
        {
            foreach (var key in keys)
                _failed[key] = failure;
            return;
        }

        // Also what was not found is remembered: asking again in the same request would get the same answer.
        foreach (var key in keys)
            _found.TryAdd(key, loader.Missing);
    }

    /// <summary>The value of a key that was wanted before; throws nothing, a failure is returned.</summary>
    public Exception? Get(TKey key, out TValue? value) =>
        _found.TryGetValue(key, out value) ? null : _failed.GetValueOrDefault(key);

    public override void Clear()
    {
        _found.Clear();
        _failed.Clear();
    }
}
