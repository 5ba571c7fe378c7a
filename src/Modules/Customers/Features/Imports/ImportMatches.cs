using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

/// <summary>A customer who is there already; <see cref="New"/> when made by an earlier row of the same batch.</summary>
internal sealed record Known(CustomerId Id, string? ExternalId, Customer? New);

/// <summary>Who of a batch is there already: by customer number, else by e-mail address.</summary>
internal sealed class ImportMatches
{
    private readonly Dictionary<string, Known> _byNumber = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Known>> _byEmail = new(StringComparer.Ordinal);

    public static async Task<ImportMatches> Load(CrmDb db, IReadOnlyList<CustomerDetails> rows, CancellationToken ct)
    {
        var matches = new ImportMatches();
        var numbers = rows.Select(d => d.ExternalId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (numbers.Count > 0)
        {
            foreach (var known in await db.Customers.Where(c => c.ExternalId != null && EF.Parameter(numbers).Contains(c.ExternalId)).Select(c => new { c.Id, c.ExternalId }).ToListAsync(ct))
            {
                matches._byNumber[known.ExternalId!] = new Known(known.Id, known.ExternalId, null);
            }
        }

        var emails = rows.SelectMany(d => d.Emails).Select(e => e.Address.Key).Distinct(StringComparer.Ordinal).ToList();
        if (emails.Count > 0)
        {
            var points = db.Customers.SelectMany(c => c.ContactPoints, (c, p) => new { c.Id, c.ExternalId, p.Kind, p.Key });
            foreach (var known in await points.Where(x => x.Kind == ContactPointKind.Email && EF.Parameter(emails).Contains(x.Key)).ToListAsync(ct))
            {
                matches.Add(known.Key, new Known(known.Id, known.ExternalId, null));
            }
        }

        return matches;
    }

    /// <summary>
    /// The customers a row speaks of. Two with different customer numbers are two customers, even when they share an
    /// address: so do families and departments.
    /// </summary>
    public IReadOnlyList<Known> Of(CustomerDetails row)
    {
        if (row.ExternalId is { } number && _byNumber.TryGetValue(number, out var known))
        {
            return [known];
        }

        IReadOnlyList<Known> found = [];
        foreach (var email in row.Emails)
        {
            if (_byEmail.TryGetValue(email.Address.Key, out var holders))
            {
                found = [.. found.Concat(holders.Where(k => k.ExternalId is null || row.ExternalId is null)).DistinctBy(k => k.Id)];
            }
        }

        return found;
    }

    /// <summary>Whether some customer has this address already: who has come back is nobody to be warned of.</summary>
    public bool Holds(string email) => _byEmail.ContainsKey(email);

    public void Remember(Customer created)
    {
        var known = new Known(created.Id, created.ExternalId, created);
        if (created.ExternalId is { } number)
        {
            _byNumber[number] = known;
        }

        foreach (var point in created.ContactPoints)
        {
            if (point.Kind == ContactPointKind.Email)
            {
                Add(point.Key, known);
            }
        }
    }

    private void Add(string email, Known known) =>
        _byEmail[email] = _byEmail.TryGetValue(email, out var others) ? [.. others, known] : [known];
}

/// <summary>
/// The customers that a dry run would have created so far, so that it foresees what the run does with twins in the file.
/// Sixteen bytes a value instead of the value itself: a million rows stay small.
/// </summary>
internal sealed class SeenRows
{
    private readonly HashSet<UInt128> _numbers = [];
    private readonly Dictionary<UInt128, bool> _emails = [];

    public bool Has(CustomerDetails row)
    {
        if (row.ExternalId is { } number && _numbers.Contains(Hash(number)))
        {
            return true;
        }

        return row.Emails.Any(e => _emails.TryGetValue(Hash(e.Address.Key), out var numbered) && (!numbered || row.ExternalId is null));
    }

    public void Remember(CustomerDetails row)
    {
        if (row.ExternalId is { } number)
        {
            _numbers.Add(Hash(number));
        }

        foreach (var email in row.Emails)
        {
            _emails.TryAdd(Hash(email.Address.Key), row.ExternalId is not null);
        }
    }

    private static UInt128 Hash(string text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }
}
