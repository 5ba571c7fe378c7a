using System.Collections.Concurrent;

namespace ServiceCrm.Host.GraphQL;

/// <summary>
/// Requests under one key one after the other, so that the second finds the answer of the first. Between nodes the key's row
/// decides: the later one is refused with a conflict.
/// </summary>
internal sealed class IdempotencyTurns
{
    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);

    /// <returns>the turn; dispose it when the answer is kept</returns>
    public async Task<IDisposable> Wait(string key, CancellationToken ct)
    {
        var mine = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        while (!_running.TryAdd(key, mine.Task))
        {
            if (_running.TryGetValue(key, out var other))
            {
                await other.WaitAsync(ct);
            }
        }

        return new Turn(this, key, mine);
    }

    private sealed class Turn(IdempotencyTurns turns, string key, TaskCompletionSource end) : IDisposable
    {
        public void Dispose()
        {
            turns._running.TryRemove(key, out _);
            end.TrySetResult();
        }
    }
}
