using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record RemovePasskeyInput(PasskeyId PasskeyId, string? Password = null);

/// <summary>Takes a passkey out of use; the last factor takes the recovery codes with it.</summary>
internal static class RemovePasskey
{
    public static async Task<SecondFactors> Run(RemovePasskeyInput input, CrmDb db, FreshProof proof, CallerDirectory directory, Caller caller, CancellationToken ct)
    {
        var user = await proof.Require(input.Password, ct);
        var passkey = await db.Passkeys.FirstOrDefaultAsync(p => p.Id == input.PasskeyId && p.UserId == user.Id, ct).OrNotFound("This passkey");
        db.Remove(passkey);
        if (!await db.Passkeys.AnyAsync(p => p.UserId == user.Id && p.Id != passkey.Id, ct) && !await db.Authenticators.AnyAsync(a => a.UserId == user.Id && a.ConfirmedAt != null, ct))
        {
            await RecoveryCodes.Void(user.Id, db, ct);
        }

        db.Log(new SecurityNews(SecurityEvents.FactorRemoved, PasskeyId.TypeName, passkey.Id.Value, passkey.Name, "passkey"));
        await db.SaveChangesAsync(ct);
        directory.Forget(user.Id);
        return await ReadSecondFactors.Run(db, caller, proof, ct);
    }
}
