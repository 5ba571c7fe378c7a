using System.Collections.Concurrent;

namespace ServiceCrm.GraphQL.Execution;

/// <summary>What is known of a document: its plan, or why it is refused.</summary>
internal sealed class PlanEntry
{
    public Plan? Plan { get; init; }

    public ExecutionOutcome Refusal { get; init; }

    public IReadOnlyList<GraphQLError> Errors { get; init; } = [];

    /// <summary>Refusals are kept only briefly: they are cheap to compute again and nobody should fill the cache with them.</summary>
    public DateTimeOffset Expires { get; init; } = DateTimeOffset.MaxValue;

    public int EstimatedBytes => Plan?.EstimatedBytes ?? 2000;

    /// <summary>Set by each use, cleared by the clock hand that looks for a victim.</summary>
    public bool IsRecentlyUsed { get; set; }
}

/// <summary>
/// Plans by the raw bytes of the query as it came, still JSON-escaped, so that a hit costs one hash and one comparison. A document enters on
/// its second sight; random documents therefore cannot push out good ones. Bounded by estimated bytes, second chance eviction.
/// </summary>
internal sealed class PlanCache(int maxBytes, TimeProvider clock)
{
    private readonly ConcurrentDictionary<byte[], PlanEntry> _entries = new(KeyComparer.Instance);
    private readonly Queue<byte[]> _order = new();
    private readonly int[] _seenOnce = new int[8192];
    private readonly Lock _gate = new();
    private long _bytes;

    public int Count => _entries.Count;

    public bool TryGet(ReadOnlySpan<byte> key, [NotNullWhen(true)] out PlanEntry? entry)
    {
        if (!_entries.GetAlternateLookup<ReadOnlySpan<byte>>().TryGetValue(key, out entry))
            return false;
        if (entry.Expires != DateTimeOffset.MaxValue && entry.Expires < clock.GetUtcNow())
            return false;
        entry.IsRecentlyUsed = true;
        return true;
    }

    /// <summary>Offers a document after it was compiled or refused; it is kept if it was seen before or is trusted.</summary>
    public void Offer(ReadOnlySpan<byte> key, PlanEntry entry, bool isTrusted = false)
    {
        var hash = KeyComparer.Instance.GetHashCode(key);
        ref var seen = ref _seenOnce[(uint)hash % (uint)_seenOnce.Length];
        if (seen != hash && !isTrusted)
        {
            seen = hash;
            return;
        }

        var size = entry.EstimatedBytes + (key.Length * 2);
        if (size > maxBytes / 4)
            return;
        lock (_gate)
        {
            var owned = key.ToArray();
            if (_entries.TryGetValue(owned, out var old))
            {
                _entries[owned] = entry;
                _bytes += entry.EstimatedBytes - old.EstimatedBytes;
            }
            else
            {
                _entries[owned] = entry;
                _order.Enqueue(owned);
                _bytes += size;
            }

            Evict();
        }
    }

    private void Evict()
    {
        while (_bytes > maxBytes && _order.TryDequeue(out var key))
        {
            var entry = _entries[key];
            if (entry.IsRecentlyUsed)
            {
                entry.IsRecentlyUsed = false;
                _order.Enqueue(key);
                continue;
            }

            _entries.TryRemove(key, out _);
            _bytes -= entry.EstimatedBytes + (key.Length * 2);
        }
    }

    private sealed class KeyComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly KeyComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] obj) => GetHashCode(obj.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        // HashCode is seeded per process, so that nobody can prepare collisions.
        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
