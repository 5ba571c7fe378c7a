namespace ServiceCrm.GraphQL.Execution;

/// <summary>Loads many values by their keys in one call, compiled once when the schema is built.</summary>
internal abstract class BatchLoader<TKey, TValue>
    where TKey : notnull
{
    /// <summary>What a key gets that the loader does not know.</summary>
    public virtual TValue? Missing => default;

    /// <summary>Loads distinct keys and reports what is there; a missing key needs no report.</summary>
    public abstract ValueTask LoadAsync(RequestRun run, IReadOnlyList<TKey> keys, Batch<TKey, TValue> batch);
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
    // Also what was not found is remembered: asking again in the same request would get the same answer.
    private readonly Dictionary<TKey, TValue?> _values = [];
    private readonly List<TKey> _wanted = [];
    private Dictionary<TKey, Exception>? _failed;

    public void Want(TKey key)
    {
        ref var value = ref CollectionsMarshal.GetValueRefOrAddDefault(_values, key, out var exists);
        if (exists)
            return;
        value = loader.Missing;
        _wanted.Add(key);
    }

    /// <summary>Called by the loader for each value it has.</summary>
    public void Found(TKey key, TValue? value) => _values[key] = value;

    public override async ValueTask LoadAsync(RequestRun run)
    {
        if (_wanted.Count == 0)
            return;
        TKey[] keys = [.. _wanted];
        _wanted.Clear();
        try
        {
            run.Cancellation.ThrowIfCancellationRequested();
            await loader.LoadAsync(run, keys, this);
        }
        catch (Exception failure) when (run.IsFieldFailure(failure))
        {
            _failed ??= [];
            foreach (var key in keys)
                _failed[key] = failure;
        }
    }

    /// <summary>The value of a key that was wanted before; a failed load is returned, not thrown.</summary>
    public Exception? Get(TKey key, out TValue? value)
    {
        _values.TryGetValue(key, out value);
        return _failed?.GetValueOrDefault(key);
    }

    public override void Clear()
    {
        _values.Clear();
        _failed = null;
    }
}
