using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record RenamePasskeyInput(PasskeyId PasskeyId, string Name);

internal static class RenamePasskey
{
    public static async Task<Passkey> Run(RenamePasskeyInput input, CrmDb db, FreshProof proof, CancellationToken ct)
    {
        var user = await proof.Self(ct);
        var passkey = await db.Passkeys.FirstOrDefaultAsync(p => p.Id == input.PasskeyId && p.UserId == user.Id, ct).OrNotFound("This passkey");
        var before = passkey.Name;
        passkey.Rename(input.Name);
        db.Log(new SecurityNews(SecurityEvents.FactorChanged, PasskeyId.TypeName, passkey.Id.Value, passkey.Name, $"{before} → {passkey.Name}"));
        await db.SaveChangesAsync(ct);
        return passkey;
    }
}
