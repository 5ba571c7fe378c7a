using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Makes a passkey of the signed-in person (WebAuthn Level 3, section 7.1).</summary>
internal static class PasskeyMaking
{
    private const int Most = 20;

    public static async Task<IResult> Options(PasskeyOptionsRequest input, HttpContext http, Caller caller, FreshProof proof, IPasskeyHandler<User> passkeys, SealedCookies cookies, CrmDb db, CancellationToken ct)
    {
        if (caller.User is null)
        {
            return SignInAnswers.NotSignedIn();
        }

        caller.Require(AccessPermissions.OwnFactors);
        var user = await proof.Require(input.Password, ct);
        if (await db.Passkeys.CountAsync(p => p.UserId == user.Id, ct) >= Most)
        {
            throw new RuleBroken("TOO_MANY_PASSKEYS", $"You have {Most} passkeys already; remove one first.");
        }

        var options = await passkeys.MakeCreationOptionsAsync(new PasskeyUserEntity { Id = user.Id.Value.ToString(), Name = user.Email, DisplayName = user.Name }, http);
        cookies.Put(PasskeyCeremony.MakingCookie, PasskeyCeremony.Of(user.Id.Value, options.AttestationState));
        return PasskeyEndpoints.Json(options.CreationOptionsJson);
    }

    public static async Task<IResult> Run(
        PasskeyAnswer input, HttpContext http, Caller caller, FreshProof proof, IPasskeyHandler<User> passkeys, SealedCookies cookies, UserManager<User> users, Proofs proofs, CrmDb db, CallerDirectory directory, TimeProvider clock, CancellationToken ct)
    {
        if (caller.User is null)
        {
            return SignInAnswers.NotSignedIn();
        }

        caller.Require(AccessPermissions.OwnFactors);
        var user = await proof.Self(ct);
        if (cookies.Read<PasskeyCeremony>(PasskeyCeremony.MakingCookie) is not { } ceremony || ceremony.User != user.Id.Value || await proofs.IsUsed(ceremony.Id, ct))
        {
            return PasskeyEndpoints.Over();
        }

        var result = await passkeys.PerformAttestationAsync(new PasskeyAttestationContext { HttpContext = http, CredentialJson = input.Json, AttestationState = ceremony.State });
        if (!result.Succeeded)
        {
            return PasskeyEndpoints.Refused();
        }

        // No for the same answer again, and for a passkey that somebody else has.
        IReadOnlyList<string>? codes = null;
        if (!await proofs.Redeem(ceremony.Id, async () => codes = await Keep(user, result.Passkey, input.Name, users, db, clock.Now(), ct)))
        {
            return PasskeyEndpoints.Over();
        }

        cookies.Remove(PasskeyCeremony.MakingCookie);
        directory.Forget(user.Id);
        return await Show(result.Passkey, codes, db, ct);
    }

    private static async Task<IReadOnlyList<string>?> Keep(User user, UserPasskeyInfo passkey, string? name, UserManager<User> users, CrmDb db, DateTimeOffset now, CancellationToken ct)
    {
        passkey.Name = string.IsNullOrWhiteSpace(name) ? "Passkey" : name;
        var codes = await RecoveryCodes.MakeFirst(user.Id, db, now, ct);
        user.SeeFactorReset();
        db.Log(new SecurityNews(SecurityEvents.FactorAdded, UserId.TypeName, user.Id.Value, user.Name, $"passkey {passkey.Name}"));
        (await users.AddOrUpdatePasskeyAsync(user, passkey)).ThrowIfRefused("name");
        return codes;
    }

    private static async Task<IResult> Show(UserPasskeyInfo passkey, IReadOnlyList<string>? codes, CrmDb db, CancellationToken ct)
    {
        var key = Passkey.KeyOf(passkey.CredentialId);
        var made = await db.Passkeys.AsNoTracking().FirstAsync(p => p.CredentialKey == key, ct);
        return Results.Json(new { id = GlobalId.Encode(PasskeyId.TypeName, made.Id.Value), name = made.Name, recoveryCodes = codes }, statusCode: StatusCodes.Status201Created);
    }
}
