using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>The caller's own factors, as they are shown.</summary>
internal sealed record SecondFactors(Authenticator? App, IReadOnlyList<Passkey> Passkeys, int RecoveryCodesLeft, bool Required, bool PasswordNeeded)
{
    public bool Any => App is not null || Passkeys.Count > 0;
}

internal static class ReadSecondFactors
{
    public static async Task<SecondFactors> Run(CrmDb db, Caller caller, FreshProof proof, CancellationToken ct)
    {
        var id = caller.UserId;
        var roles = await db.Users.AsNoTracking().Where(u => u.Id == id).Select(u => u.Roles).FirstAsync(ct);
        return new SecondFactors(
            await db.Authenticators.AsNoTracking().FirstOrDefaultAsync(a => a.UserId == id && a.ConfirmedAt != null, ct),
            await db.Passkeys.AsNoTracking().Where(p => p.UserId == id).OrderBy(p => p.CreatedAt).ToListAsync(ct),
            await db.RecoveryCodes.CountAsync(c => c.UserId == id && c.UsedAt == null, ct),
            await OwnFactors.AreRequired(roles, db, ct),
            !await proof.IsFresh(ct));
    }
}
