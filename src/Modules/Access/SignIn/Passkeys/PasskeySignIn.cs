using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>
/// Signs in with a passkey alone: the device is what one has, its lock what one knows or is (WebAuthn Level 3, section 7.2).
/// Nobody says beforehand who they are; the passkey tells.
/// </summary>
internal static class PasskeySignIn
{
    public static async Task<IResult> Options(HttpContext http, IPasskeyHandler<User> passkeys, SealedCookies cookies)
    {
        var options = await passkeys.MakeRequestOptionsAsync(null, http);
        cookies.Put(PasskeyCeremony.SignInCookie, PasskeyCeremony.Of(null, options.AssertionState));
        return PasskeyEndpoints.Json(options.RequestOptionsJson);
    }

    public static async Task<IResult> Run(
        PasskeyAnswer input, HttpContext http, IPasskeyHandler<User> passkeys, SealedCookies cookies, SignIns signIns, FirstSteps steps, SignInThrottle throttle, Proofs proofs, CrmDb db, MeAnswer me, TimeProvider clock, CancellationToken ct)
    {
        if (throttle.Try($"passkey {input.Subject}", SignInAnswers.AddressOf(http)) is { } slowed)
        {
            return await SignInAnswers.Slowed(slowed, null, db, ct);
        }

        if (cookies.Read<PasskeyCeremony>(PasskeyCeremony.SignInCookie) is not { } ceremony || await proofs.IsUsed(ceremony.Id, ct))
        {
            return PasskeyEndpoints.Over();
        }

        var result = await passkeys.PerformAssertionAsync(new PasskeyAssertionContext { HttpContext = http, CredentialJson = input.Json, AssertionState = ceremony.State });
        if (!result.Succeeded || !result.User.Active || !await Count(result.Passkey, db, clock.Now(), ct))
        {
            await db.LogNow(SignInAnswers.About(SecurityEvents.SignInRefused, result.User), ct);
            return PasskeyEndpoints.Refused(StatusCodes.Status401Unauthorized);
        }

        if (!await proofs.Redeem(ceremony.Id, () => signIns.Begin(result.User, SessionMethods.Passkey, input.Remember, ct)))
        {
            return PasskeyEndpoints.Over();
        }

        cookies.Remove(PasskeyCeremony.SignInCookie);
        steps.Forget();
        return Results.Ok(await me.Of(result.User, session: null, ct));
    }

    // One statement that asks again what Identity has checked: two uses of a copied key at the same moment do not both pass.
    private static async Task<bool> Count(UserPasskeyInfo passkey, CrmDb db, DateTimeOffset now, CancellationToken ct)
    {
        var (key, count, backedUp) = (Passkey.KeyOf(passkey.CredentialId), (long)passkey.SignCount, passkey.IsBackedUp);
        return await db.InTransaction(
            () => db.Passkeys.IgnoreQueryFilters([AccessTables.Visible]).Where(p => p.CredentialKey == key && (p.SignCount < count || (p.SignCount == 0 && count == 0)))
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.SignCount, count).SetProperty(p => p.BackedUp, backedUp).SetProperty(p => p.LastUsedAt, now), ct),
            ct) == 1;
    }
}
