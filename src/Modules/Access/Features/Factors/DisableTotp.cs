using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record DisableTotpInput(string Password);

/// <summary>Takes the authenticator app out of use; the last factor takes the recovery codes with it.</summary>
internal static class DisableTotp
{
    public static async Task<SecondFactors> Run(DisableTotpInput input, CrmDb db, FreshProof proof, CallerDirectory directory, Caller caller, CancellationToken ct)
    {
        var user = await proof.RequirePassword(input.Password, ct);
        var app = await db.Authenticators.FirstOrDefaultAsync(a => a.UserId == user.Id && a.ConfirmedAt != null, ct).OrNotFound("Your authenticator app");
        db.Remove(app);
        if (!await db.Passkeys.AnyAsync(p => p.UserId == user.Id, ct))
        {
            await RecoveryCodes.Void(user.Id, db, ct);
        }

        db.Log(new SecurityNews(SecurityEvents.FactorRemoved, UserId.TypeName, user.Id.Value, user.Name, "authenticator app"));
        await db.SaveChangesAsync(ct);
        directory.Forget(user.Id);
        return await ReadSecondFactors.Run(db, caller, proof, ct);
    }
}
