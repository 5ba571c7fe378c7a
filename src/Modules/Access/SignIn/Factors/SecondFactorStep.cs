using Microsoft.AspNetCore.Http;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <param name="Method"><c>totp</c> or <c>recovery</c>.</param>
/// <param name="Code">As it was typed.</param>
internal sealed record SecondFactorRequest(string? Method, string? Code);

/// <summary>The second step of a sign-in: a code, once the password was right.</summary>
internal static class SecondFactorStep
{
    public static async Task<IResult> Run(
        SecondFactorRequest input, HttpContext http, FirstSteps steps, FactorCodes codes, SignIns signIns, SignInThrottle throttle, Proofs proofs, CrmDb db, MeAnswer me, CancellationToken ct)
    {
        if (await steps.Read() is not (var user, var step) || await proofs.IsUsed(step.Id, ct))
        {
            return SignInAnswers.Again();
        }

        if (throttle.Try($"second step {user.EmailKey}", SignInAnswers.AddressOf(http)) is { } slowed)
        {
            return await SignInAnswers.Slowed(slowed, user, db, ct);
        }

        if (await MethodOf(input, user, codes, ct) is not { } method)
        {
            await db.LogNow(SignInAnswers.About(SecurityEvents.SecondFactorRefused, user), ct);
            return Results.Json(new { code = "WRONG_CODE", message = "This code is wrong, too old or was used before. After several wrong codes none is accepted for a while." }, statusCode: StatusCodes.Status401Unauthorized);
        }

        // No when the same first step with another code was quicker.
        if (!await proofs.Redeem(step.Id, () => signIns.Begin(user, MethodOf(method, step.By), step.Remember, ct, step.By)))
        {
            return SignInAnswers.Again();
        }

        steps.Forget();
        return Results.Ok(await me.Of(user, session: null, ct));
    }

    private static string MethodOf(string method, ProviderProof? by) => by is null ? method : $"{SessionMethods.SingleSignOn} {by.Provider}+{(method == SessionMethods.Totp ? OwnFactors.TotpMethod : OwnFactors.RecoveryMethod)}";

    private static async Task<string?> MethodOf(SecondFactorRequest input, User user, FactorCodes codes, CancellationToken ct) => input switch
    {
        { Method: OwnFactors.TotpMethod, Code: { } code } when await codes.TakeTotp(user.Id, code, ct) => SessionMethods.Totp,
        { Method: OwnFactors.RecoveryMethod, Code: { } code } when await codes.TakeRecovery(user.Id, code, ct) => SessionMethods.Recovery,
        _ => null,
    };
}
