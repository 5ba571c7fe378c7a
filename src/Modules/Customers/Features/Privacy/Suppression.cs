using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

/// <summary>The list of those who must not be written to again.</summary>
internal sealed class Suppression(CrmDb db, IOptions<PrivacyOptions> options)
{
    private const int Batch = 500;

    /// <summary>Those of the contacts that are on the list, as they were given.</summary>
    public async Task<IReadOnlySet<string>> Of(IEnumerable<string> contacts, CancellationToken ct)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        if (await db.SuppressionSecrets.AsNoTracking().SingleOrDefaultAsync(ct) is not { } secret)
        {
            return found;
        }

        var key = secret.Open(options.Value);
        foreach (var some in contacts.Distinct(StringComparer.Ordinal).Select(c => (Contact: c, Hash: key.Of(c))).Where(c => c.Hash is not null).Chunk(Batch))
        {
            var hashes = some.Select(c => c.Hash).ToList();
            var known = await db.SuppressedContacts.Where(s => EF.Parameter(hashes).Contains(s.Hash)).Select(s => s.Hash).ToHashSetAsync(ct);
            found.UnionWith(some.Where(c => known.Contains(c.Hash!)).Select(c => c.Contact));
        }

        return found;
    }

    /// <summary>Puts contacts on the list in the next save; the first time also what tells the key.</summary>
    /// <returns>how many are new</returns>
    public async Task<int> Add(IEnumerable<string> contacts, SuppressionReason reason, DateTimeOffset at, CancellationToken ct)
    {
        var key = await KeyOrNew(ct);
        var hashes = contacts.Select(key.Of).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var known = await db.SuppressedContacts.Where(s => hashes.Contains(s.Hash)).Select(s => s.Hash).ToListAsync(ct);
        var added = hashes.Except(known, StringComparer.Ordinal).Select(h => new SuppressedContact(h, reason, at)).ToList();
        db.AddRange(added);
        return added.Count;
    }

    private async Task<SuppressionKey> KeyOrNew(CancellationToken ct)
    {
        if (await db.SuppressionSecrets.SingleOrDefaultAsync(ct) is { } secret)
        {
            return secret.Open(options.Value);
        }

        var configured = options.Value.HashKey;
        var key = configured.Length > 0 ? SuppressionKey.Parse(configured) : SuppressionKey.Make();
        db.Add(new SuppressionSecret(key.Check, configured.Length > 0 ? null : key.ToBase64()));
        return key;
    }
}
