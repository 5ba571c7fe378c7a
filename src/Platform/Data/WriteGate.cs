namespace ServiceCrm.Platform.Data;

/// <summary>
/// On SQLite, lets one writer at a time into a transaction: the engine has a single writer, and queueing in the process
/// is fair and quick, where its own lock retries at random (measured: 40 times the waiting time). Open on the servers.
/// </summary>
public sealed class WriteGate(bool closed) : IDisposable
{
    private readonly SemaphoreSlim? _one = closed ? new SemaphoreSlim(1, 1) : null;

    public async ValueTask<IDisposable?> Enter(CancellationToken ct)
    {
        if (_one is null)
        {
            return null;
        }

        await _one.WaitAsync(ct);
        return new Turn(_one);
    }

    public void Dispose() => _one?.Dispose();

    private sealed class Turn(SemaphoreSlim one) : IDisposable
    {
        private SemaphoreSlim? _one = one;

        public void Dispose() => Interlocked.Exchange(ref _one, null)?.Release();
    }
}
