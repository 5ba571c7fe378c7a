using Microsoft.AspNetCore.Http;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>How a session began.</summary>
internal static class SessionMethods
{
    public const string Password = "password";
    public const string Setup = "setup";
    public const string Invitation = "invitation";
    public const string Totp = "password+totp";
    public const string Passkey = "passkey";
    public const string Recovery = "recovery";
    public const string SingleSignOn = "single sign-on";
}

/// <summary>What the ways to sign in say alike when they refuse.</summary>
internal static class SignInAnswers
{
    public static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    // What a stranger typed is not kept: people type passwords into the wrong field.
    public static SecurityNews About(string kind, User? user) => user is null
        ? new SecurityNews(kind, Details: "unknown account")
        : new SecurityNews(kind, UserId.TypeName, user.Id.Value, user.Name);

    public static IResult WrongCredentials() =>
        Results.Json(new { code = "WRONG_CREDENTIALS", message = "The e-mail address or the password is wrong." }, statusCode: StatusCodes.Status401Unauthorized);

    public static IResult NotSignedIn() => Results.Json(new { code = "NOT_SIGNED_IN", message = "You are not signed in." }, statusCode: StatusCodes.Status401Unauthorized);

    /// <summary>The first step is missing, too old, used or void.</summary>
    public static IResult Again() => Results.Json(new { code = "SIGN_IN_AGAIN", message = "This took too long or was used already. Please sign in again." }, statusCode: StatusCodes.Status401Unauthorized);

    public static async Task<IResult> Slowed(Slowed slowed, User? user, CrmDb db, CancellationToken ct)
    {
        if (slowed.IsFirst)
        {
            await db.LogNow(About(SecurityEvents.SignInSlowed, user), ct);
        }

        var seconds = (int)Math.Ceiling(slowed.Wait.TotalSeconds);
        return Results.Json(new { code = "TOO_MANY_TRIES", message = $"Too many tries. Please wait {seconds} seconds.", retryAfterSeconds = seconds }, statusCode: StatusCodes.Status429TooManyRequests);
    }
}
