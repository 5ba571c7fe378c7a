using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Security;

/// <summary>Section <c>Security</c> of the configuration.</summary>
public sealed class SecurityOptions
{
    /// <summary>Days that entries of the security log are kept; 0 keeps them for ever.</summary>
    [Range(0, 36_500)]
    public int LogRetentionDays { get; set; } = 730;
}

/// <summary>
/// Removes entries that are older than the retention. The removal is an entry itself and names the last one removed, so
/// that the rest can still be verified and nobody else can shorten the log unseen.
/// </summary>
public static class SecurityLogRetention
{
    /// <summary>Removes what is too old now.</summary>
    public static async Task Run(CrmDb db, IOptions<SecurityOptions> options, TimeProvider clock, CancellationToken ct)
    {
        if (options.Value.LogRetentionDays == 0)
        {
            return;
        }

        var oldest = clock.Now().AddDays(-options.Value.LogRetentionDays);
        await db.InTransaction(
            async () =>
            {
                // Only what lies before the first young entry: the clock may have been set back since, and a gap would look like tampering.
                var firstYoung = await db.SecurityEntries.Where(e => e.At >= oldest).MinAsync(e => (long?)e.Sequence, ct) ?? long.MaxValue;
                var last = await db.SecurityEntries.AsNoTracking().Where(e => e.Sequence < firstYoung).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(ct);
                if (last is not null)
                {
                    db.Log(new SecurityNews(SecurityEvents.LogPruned, Details: Mark(last.Sequence, last.Hash)));
                    await db.SaveChangesAsync(ct);
                    await db.SecurityEntries.Where(e => e.Sequence <= last.Sequence).ExecuteDeleteAsync(ct);
                }
            },
            ct);
    }

    internal static string Mark(long sequence, string hash) => $"{sequence}:{hash}";
}
