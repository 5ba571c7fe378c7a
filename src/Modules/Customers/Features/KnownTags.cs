using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Keeps one spelling of each tag, the first one used.</summary>
internal static class KnownTags
{
    /// <summary>The tags in their known spelling; new ones are added to the context.</summary>
    public static async Task<IReadOnlyList<string>> Spell(CrmDb db, IReadOnlyList<string> tags, CancellationToken ct)
    {
        if (tags.Count == 0)
        {
            return tags;
        }

        var keys = tags.ToDictionary(t => t, SearchKey.Of, StringComparer.Ordinal);
        var wanted = keys.Values.Distinct(StringComparer.Ordinal).ToList();
        var known = await db.CustomerTags.Where(t => wanted.Contains(t.Key)).ToDictionaryAsync(t => t.Key, t => t.Name, StringComparer.Ordinal, ct);
        foreach (var tag in tags)
        {
            if (known.TryAdd(keys[tag], tag))
            {
                db.Add(new CustomerTag(keys[tag], tag));
            }
        }

        return [.. tags.Select(t => known[keys[t]])];
    }
}
