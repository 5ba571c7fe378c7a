using Microsoft.AspNetCore.Http;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <param name="Email">One address: a list is no text and is refused before anything is read.</param>
internal sealed record ForgotPasswordRequest(string? Email);

/// <summary>
/// Somebody has forgotten a password. Writes the same rows for every address and answers always alike; who it is, and
/// whether a mail goes out, is found out afterwards (<see cref="MailLinkWhenPasswordResetAsked"/>).
/// </summary>
internal static class AskForReset
{
    public static async Task<IResult> Run(ForgotPasswordRequest input, HttpContext http, PublicLinks links, SignInThrottle throttle, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var address = SignInAnswers.AddressOf(http);
        if (throttle.Try("forgot-password", address) is { } slowed)
        {
            return await SignInAnswers.Slowed(slowed, null, db, ct);
        }

        // What is no address belongs to nobody; that it is none, the page has said already.
        if (EmailAddress.TryParse(input.Email, out var email))
        {
            db.Add(ResetRequest.Take(email, links.ForStrangers(), address, clock.Now()));
            await db.SaveChangesAsync(ct);
        }

        return Results.Accepted(value: new { });
    }
}
