using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>A try that came too soon.</summary>
/// <param name="Wait">How long to wait.</param>
/// <param name="IsFirst">Whether it is the first one that is slowed.</param>
internal sealed record Slowed(TimeSpan Wait, bool IsFirst);

/// <summary>
/// Slows guessing per account and address. Nobody is locked out: a stranger's tries count only against the stranger's
/// own address.
/// </summary>
internal sealed class SignInThrottle(IOptions<AccessOptions> options, TimeProvider clock)
{
    private const int MostSubjects = 50_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Tries> _tries = new(StringComparer.Ordinal);

    /// <summary>Counts a try.</summary>
    /// <returns>null when it may go on, otherwise how long to wait</returns>
    public Slowed? Try(string account, string address)
    {
        var now = clock.Now();
        if (_tries.Count > MostSubjects)
        {
            foreach (var (old, tries) in _tries.Where(t => now - t.Value.Since > Window))
            {
                _tries.TryRemove(new KeyValuePair<string, Tries>(old, tries));
            }
        }

        var after = _tries.AddOrUpdate(
            $"{account.Trim().ToLowerInvariant()} {address}",
            _ => new Tries(now, 1),
            (_, before) => now - before.Since > Window ? new Tries(now, 1) : before with { Count = before.Count + 1 });
        return after.Count > options.Value.TriesPerMinute ? new Slowed(after.Since + Window - now, after.Count == options.Value.TriesPerMinute + 1) : null;
    }

    private sealed record Tries(DateTimeOffset Since, int Count);
}
