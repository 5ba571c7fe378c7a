using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>A try that came too soon.</summary>
/// <param name="Wait">How long to wait.</param>
/// <param name="IsFirst">Whether it is the first one that is slowed.</param>
internal sealed record Slowed(TimeSpan Wait, bool IsFirst);

/// <summary>
/// Slows guessing per account and address. Nobody is locked out: a stranger's tries count against the stranger's own
/// address, and together with those of other strangers, but never against a device that the account knows.
/// </summary>
internal sealed class SignInThrottle(IOptions<AccessOptions> options, TimeProvider clock)
{
    private const int MostSubjects = 50_000;
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, Tries> _tries = new(StringComparer.Ordinal);

    /// <summary>Counts a try.</summary>
    /// <returns>null when it may go on, otherwise how long to wait</returns>
    public Slowed? Try(string account, string address) => Count(account, address, options.Value.TriesPerMinute);

    /// <summary>
    /// Counts a try to sign in. One from a device that the account knows counts there only; all others also count together,
    /// so that guessing from many addresses is no faster than from two, and one address cannot use it all up.
    /// </summary>
    public Slowed? TrySignIn(string account, string address, string? knownDevice) =>
        knownDevice is not null ? Try(account, knownDevice) : Try(account, address) ?? Count(account, "anywhere", 2 * options.Value.TriesPerMinute);

    /// <summary>Counts a use of a one-time link. There is nothing to guess in one; this keeps the trying cheap.</summary>
    public Slowed? TryLink(string address) => Count("one-time links", address, 4 * options.Value.TriesPerMinute);

    private Slowed? Count(string account, string address, int most)
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
        return after.Count > most ? new Slowed(after.Since + Window - now, after.Count == most + 1) : null;
    }

    private sealed record Tries(DateTimeOffset Since, int Count);
}
