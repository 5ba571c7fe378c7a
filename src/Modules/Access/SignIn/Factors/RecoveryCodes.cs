using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The set of recovery codes of one person; changed with the next save.</summary>
internal static class RecoveryCodes
{
    /// <summary>Makes a new set; the old one is void.</summary>
    /// <returns>the codes, which can be read only now</returns>
    public static async Task<IReadOnlyList<string>> Renew(UserId user, CrmDb db, DateTimeOffset now, CancellationToken ct)
    {
        await Void(user, db, ct);
        var (codes, texts) = RecoveryCode.MakeSet(user, now);
        db.AddRange(codes);
        return texts;
    }

    /// <summary>Makes the first set of somebody who has none that works.</summary>
    /// <returns>null when there are some</returns>
    public static async Task<IReadOnlyList<string>?> MakeFirst(UserId user, CrmDb db, DateTimeOffset now, CancellationToken ct) =>
        await db.RecoveryCodes.AnyAsync(c => c.UserId == user && c.UsedAt == null, ct) ? null : await Renew(user, db, now, ct);

    public static async Task Void(UserId user, CrmDb db, CancellationToken ct) =>
        db.RemoveRange(await db.RecoveryCodes.IgnoreQueryFilters([AccessTables.Visible]).Where(c => c.UserId == user).ToListAsync(ct));
}
