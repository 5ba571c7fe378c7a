using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>With what somebody can prove to be who they are, besides the password.</summary>
internal sealed record OwnFactors(bool HasTotp, bool HasPasskey, int RecoveryCodesLeft)
{
    public const string TotpMethod = "totp";
    public const string PasskeyMethod = "passkey";
    public const string RecoveryMethod = "recovery";

    /// <summary>Whether the password alone is not enough.</summary>
    public bool Any => HasTotp || HasPasskey;

    /// <summary>What can follow the password, the most convenient first.</summary>
    public IReadOnlyList<string> Methods =>
        [.. new[] { (TotpMethod, HasTotp), (PasskeyMethod, HasPasskey), (RecoveryMethod, RecoveryCodesLeft > 0) }.Where(m => m.Item2).Select(m => m.Item1)];

    public static async Task<OwnFactors> Of(UserId user, CrmDb db, CancellationToken ct) => new(
        await db.Authenticators.IgnoreQueryFilters([AccessTables.Visible]).AnyAsync(a => a.UserId == user && a.ConfirmedAt != null, ct),
        await db.Passkeys.IgnoreQueryFilters([AccessTables.Visible]).AnyAsync(p => p.UserId == user, ct),
        await db.RecoveryCodes.IgnoreQueryFilters([AccessTables.Visible]).CountAsync(c => c.UserId == user && c.UsedAt == null, ct));

    /// <summary>Whether a role of the person asks for a second factor.</summary>
    public static async Task<bool> AreRequired(IReadOnlyList<string> roles, CrmDb db, CancellationToken ct)
    {
        var strict = await db.RoleSettings.IgnoreQueryFilters([AccessTables.Visible]).Where(s => s.RequiresSecondFactor).Select(s => s.Role).ToListAsync(ct);
        return roles.Any(r => strict.Contains(r, StringComparer.Ordinal));
    }

    /// <summary>Whether a role of the person asks for a second factor and there is none.</summary>
    public static async Task<bool> AreMissing(User user, CrmDb db, CancellationToken ct) => await AreRequired(user.Roles, db, ct) && !(await Of(user.Id, db, ct)).Any;
}
