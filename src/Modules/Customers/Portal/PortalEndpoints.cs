using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record PortalCodeRequest(string? Email, string? Language);

/// <param name="Code">From the mail, in the browser that asked for it.</param>
/// <param name="Link">What stands behind the # of the link, in any browser.</param>
internal sealed record PortalSignInRequest(string? Code, string? Link);

internal sealed record PortalSignOutRequest(bool Everywhere = false);

/// <summary>Signing in and out of the portal. Plain HTTP because a session cookie is; a GET changes nothing, so a mail scanner cannot use up a link.</summary>
internal static class PortalEndpoints
{
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var portal = endpoints.MapGroup("/portal/auth").AddEndpointFilter(PlatformHttp.RequirePreflightOnPost);
        portal.MapPost("/code", AskForCode);
        portal.MapPost("/sign-in", SignIn);
        portal.MapPost("/sign-out", SignOut);
    }

    private static async Task<IResult> AskForCode(PortalCodeRequest input, HttpContext http, PortalGuard guard, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(input.Email, out var address))
        {
            throw new InvalidInput("email", "This is not an e-mail address.");
        }

        if (guard.Try(PortalStep.AskForCode, http.Connection.RemoteIpAddress) is { } slowed)
        {
            return await Slowed(slowed, db, ct);
        }

        // Whether anybody has the address is not looked up here: the answer cannot tell, nor can its time.
        var browser = PortalToken.New();
        db.Add(PortalSignIn.Ask(address, browser, Languages.Supported.FirstOrDefault(l => l == input.Language) ?? Languages.Supported[0], clock.Now()));
        await db.SaveChangesAsync(ct);
        PortalCookies.PutBrowser(http, browser);
        return Results.Json(new { expiresInSeconds = (int)PortalSignIn.Lasts.TotalSeconds, tries = PortalSignIn.MostTries }, statusCode: StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> SignIn(PortalSignInRequest input, HttpContext http, PortalGuard guard, PortalSignIns signIns, CrmDb db, CancellationToken ct)
    {
        if (guard.Try(PortalStep.EnterCode, http.Connection.RemoteIpAddress) is { } slowed)
        {
            return await Slowed(slowed, db, ct);
        }

        var outcome = input.Link is { Length: > 0 } link
            ? await signIns.ByLink(link, http, ct)
            : await signIns.ByCode(input.Code ?? "", PortalCookies.Browser(http), http, ct);
        if (outcome.IsSignedIn)
        {
            return Results.Ok(new { });
        }

        await db.LogNow(new SecurityNews(SecurityEvents.PortalSignInRefused, Details: input.Link is null ? "code" : "link"), ct);
        return outcome.TriesLeft > 0
            ? Results.Json(new { code = "WRONG_CODE", message = "This is not the code.", triesLeft = outcome.TriesLeft }, statusCode: StatusCodes.Status401Unauthorized)
            : Results.Json(new { code = "CODE_GONE", message = "This has expired, was used or was tried too often. Please ask for a new code." }, statusCode: StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> SignOut(PortalSignOutRequest input, HttpContext http, PortalSignIns signIns, CancellationToken ct)
    {
        await signIns.End(input.Everywhere, ct);
        PortalCookies.RemoveSession(http);
        return Results.NoContent();
    }

    private static async Task<IResult> Slowed(PortalSlowed slowed, CrmDb db, CancellationToken ct)
    {
        if (slowed.IsFirst)
        {
            await db.LogNow(new SecurityNews(SecurityEvents.PortalSignInSlowed), ct);
        }

        var seconds = (int)Math.Ceiling(slowed.Wait.TotalSeconds);
        return Results.Json(new { code = "TOO_MANY_TRIES", message = $"Too many tries. Please wait {seconds} seconds.", retryAfterSeconds = seconds }, statusCode: StatusCodes.Status429TooManyRequests);
    }
}
