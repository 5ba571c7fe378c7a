using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>
/// The definitions of custom fields in memory, for showing values without another statement. Another node's change is
/// seen after a few seconds, this node's at once. Who writes values reads the definitions from the database.
/// </summary>
internal sealed class CustomFieldCache(TimeProvider clock)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);
    private Known _known = Known.Nothing();

    /// <summary>The definitions, among them those of the given keys as far as they exist.</summary>
    public async Task<IReadOnlyDictionary<string, CustomField>> With(IEnumerable<string> keys, CrmDb db, CancellationToken ct)
    {
        var known = Volatile.Read(ref _known);
        if (clock.Now() - known.At > Longest || !keys.All(known.Fields.ContainsKey))
        {
            var fresh = new Known(await ListCustomFields.All(db, ct), clock.Now());
            // What was read before a change must not be kept after it.
            Interlocked.CompareExchange(ref _known, fresh, known);
            return fresh.Fields;
        }

        return known.Fields;
    }

    public Task Forget()
    {
        Volatile.Write(ref _known, Known.Nothing());
        return Task.CompletedTask;
    }

    private sealed record Known(IReadOnlyDictionary<string, CustomField> Fields, DateTimeOffset At)
    {
        public static Known Nothing() => new(new Dictionary<string, CustomField>(StringComparer.Ordinal), DateTimeOffset.MinValue);
    }
}
