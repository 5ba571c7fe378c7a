namespace ServiceCrm.Platform.Jobs;

/// <summary>
/// What runs by the clock. A job is a static method of services and a cancellation token; it runs in a fresh scope as
/// the system, may run twice (a frozen node), and must therefore be idempotent.
/// </summary>
public sealed class JobList
{
    private readonly Dictionary<string, JobEntry> _jobs = new(StringComparer.Ordinal);

    /// <summary>Runs <paramref name="run"/> at start and then every <paramref name="interval"/>.</summary>
    public void Every(TimeSpan interval, string name, Delegate run)
    {
        if (!_jobs.TryAdd(name, new JobEntry(name, interval, run)))
        {
            throw new InvalidOperationException($"Two jobs are named {name}.");
        }
    }

    public IReadOnlyCollection<string> Names => _jobs.Keys;

    internal IReadOnlyCollection<JobEntry> All => _jobs.Values;

    internal JobEntry? Find(string name) => _jobs.GetValueOrDefault(name);
}

internal sealed record JobEntry(string Name, TimeSpan Interval, Delegate Run);
