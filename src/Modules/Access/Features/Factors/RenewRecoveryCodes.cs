using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record RenewRecoveryCodesInput(string? Password = null);

/// <summary>The codes are in this answer and nowhere else.</summary>
internal sealed record RenewRecoveryCodesPayload(IReadOnlyList<string>? RecoveryCodes);

/// <summary>Makes new recovery codes; the old ones are void.</summary>
internal static class RenewRecoveryCodes
{
    public static async Task<RenewRecoveryCodesPayload> Run(RenewRecoveryCodesInput input, CrmDb db, FreshProof proof, TimeProvider clock, CancellationToken ct)
    {
        var user = await proof.Require(input.Password, ct);
        if (!(await OwnFactors.Of(user.Id, db, ct)).Any)
        {
            throw new RuleBroken("NO_SECOND_FACTOR", "Recovery codes stand in for a second factor; set one up first.");
        }

        var codes = await RecoveryCodes.Renew(user.Id, db, clock.Now(), ct);
        db.Log(new SecurityNews(SecurityEvents.RecoveryCodesRenewed, UserId.TypeName, user.Id.Value, user.Name));
        await db.SaveChangesAsync(ct);
        return new RenewRecoveryCodesPayload(codes);
    }
}
