using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record ConfirmTotpInput(string Code);

/// <param name="SecondFactors">What the person has now.</param>
/// <param name="RecoveryCodes">New ones, to be read only now; null when the person has some already.</param>
internal sealed record ConfirmTotpPayload(SecondFactors? SecondFactors, IReadOnlyList<string>? RecoveryCodes);

/// <summary>The first right code: from now on the sign-in asks for one.</summary>
internal static class ConfirmTotp
{
    public static async Task<ConfirmTotpPayload> Run(ConfirmTotpInput input, CrmDb db, FreshProof proof, FactorCodes codes, CallerDirectory directory, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var user = await proof.Self(ct);
        var app = await db.Authenticators.FirstOrDefaultAsync(a => a.UserId == user.Id && a.ConfirmedAt == null, ct)
            ?? throw new RuleBroken("NOT_ENROLLING", "Begin to set up the authenticator app first.");
        if (await codes.Prove(app, input.Code, ct) is not { } step)
        {
            throw new InvalidInput("code", "This code is wrong. Is the clock of your telephone right?");
        }

        app.Confirm(step, clock.Now());
        user.SeeFactorReset();
        var recovery = await RecoveryCodes.MakeFirst(user.Id, db, clock.Now(), ct);
        db.Log(new SecurityNews(SecurityEvents.FactorAdded, UserId.TypeName, user.Id.Value, user.Name, "authenticator app"));
        await db.SaveChangesAsync(ct);
        directory.Forget(user.Id);
        return new ConfirmTotpPayload(await ReadSecondFactors.Run(db, caller, proof, ct), recovery);
    }
}
