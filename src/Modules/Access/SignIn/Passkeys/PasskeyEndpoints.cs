using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ServiceCrm.Access;

/// <summary>The ceremonies of WebAuthn. Plain HTTP: browsers speak their own JSON, and a sign-in sets a cookie.</summary>
internal static class PasskeyEndpoints
{
    public static void Map(IEndpointRouteBuilder auth)
    {
        auth.MapPost("/passkeys/options", PasskeyMaking.Options);
        auth.MapPost("/passkeys", PasskeyMaking.Run);
        auth.MapPost("/passkey-sign-in/options", PasskeySignIn.Options);
        auth.MapPost("/passkey-sign-in", PasskeySignIn.Run);
    }

    /// <summary>The challenge is missing, too old, or was answered before.</summary>
    public static IResult Over() =>
        Results.Json(new { code = "PASSKEY_CHALLENGE_OVER", message = "This took too long or was answered already. Please try again." }, statusCode: StatusCodes.Status400BadRequest);

    /// <summary>The answer is not one of a passkey that is known here.</summary>
    public static IResult Refused(int status = StatusCodes.Status400BadRequest) =>
        Results.Json(new { code = "PASSKEY_REFUSED", message = "This passkey was not accepted." }, statusCode: status);

    public static IResult Json(string json) => Results.Text(json, "application/json");
}
