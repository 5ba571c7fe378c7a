using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Security;

/// <summary>What walking the chain has shown.</summary>
/// <param name="Entries">How many entries were read.</param>
/// <param name="First">The first entry that is there.</param>
/// <param name="Last">The last one.</param>
/// <param name="Fault">What is wrong and where; null when the chain is whole.</param>
public sealed record SecurityLogReport(long Entries, SecurityEntry? First, SecurityEntry? Last, string? Fault)
{
    /// <summary>The end of the chain, to be noted down elsewhere: whoever holds it can prove that nothing before it was changed.</summary>
    public string Head => Last is null ? $"0:{SecurityLog.Start}" : $"{Last.Sequence}:{Last.Hash}";
}

/// <summary>Walks the whole security log and recomputes every hash.</summary>
public static class SecurityLogCheck
{
    private const int Batch = 1_000;

    /// <param name="db">A context that sees everything.</param>
    /// <param name="expected">A sequence and hash noted down earlier; the entry must still have that hash.</param>
    /// <param name="ct">Stops the walk.</param>
    public static async Task<SecurityLogReport> Run(CrmDb db, (long Sequence, string Hash)? expected, CancellationToken ct)
    {
        var (count, first, last) = (0L, (SecurityEntry?)null, (SecurityEntry?)null);
        while (true)
        {
            var after = last?.Sequence ?? 0;
            var batch = await db.SecurityEntries.AsNoTracking().Where(e => e.Sequence > after).OrderBy(e => e.Sequence).Take(Batch).ToListAsync(ct);
            foreach (var entry in batch)
            {
                if (FaultOf(entry, last, first is null) is { } fault)
                {
                    return new SecurityLogReport(count, first, last, fault);
                }

                if (expected is { } wanted && wanted.Sequence == entry.Sequence && wanted.Hash != entry.Hash)
                {
                    return new SecurityLogReport(count, first, last, $"Entry {entry.Sequence} does not have the hash that was expected: the log was written anew.");
                }

                (first, last, count) = (first ?? entry, entry, count + 1);
            }

            if (batch.Count < Batch)
            {
                return new SecurityLogReport(count, first, last, await EndFault(db, first, last, expected?.Sequence, ct));
            }
        }
    }

    private static string? FaultOf(SecurityEntry entry, SecurityEntry? before, bool isFirst)
    {
        if (entry.ComputeHash() != entry.Hash)
        {
            return $"Entry {entry.Sequence} was changed.";
        }

        if (!isFirst && entry.Sequence != before!.Sequence + 1)
        {
            return $"Entries {before.Sequence + 1} to {entry.Sequence - 1} are missing.";
        }

        // Where retention has removed the beginning, the first entry still names the hash of the last one that was removed.
        var expected = isFirst ? (entry.Sequence == 1 ? SecurityLog.Start : entry.PreviousHash) : before!.Hash;
        return entry.PreviousHash == expected ? null : $"Entry {entry.Sequence} does not follow the one before it.";
    }

    private static async Task<string?> EndFault(CrmDb db, SecurityEntry? first, SecurityEntry? last, long? expected, CancellationToken ct)
    {
        var head = await db.Set<SecurityLogHead>().AsNoTracking().SingleOrDefaultAsync(ct);
        if (head is null || head.Sequence != (last?.Sequence ?? 0) || head.Hash != (last?.Hash ?? SecurityLog.Start))
        {
            return $"The end was cut off: the log once ended with entry {head?.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"}.";
        }

        if (first is { Sequence: > 1 } && !await IsPruned(db, first, ct))
        {
            return $"Entries before {first.Sequence} are missing, and no retention has removed them.";
        }

        return expected > head.Sequence ? $"Entry {expected} is missing at the end." : null;
    }

    private static Task<bool> IsPruned(CrmDb db, SecurityEntry first, CancellationToken ct)
    {
        var mark = SecurityLogRetention.Mark(first.Sequence - 1, first.PreviousHash);
        return db.SecurityEntries.AnyAsync(e => e.Kind == SecurityEvents.LogPruned && e.Details == mark, ct);
    }
}
