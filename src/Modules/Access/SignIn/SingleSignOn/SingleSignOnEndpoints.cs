using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Modules;

namespace ServiceCrm.Access;

internal sealed record LinkAccountRequest(string? Password);

/// <summary>The ways to a provider and back that a browser walks.</summary>
internal static class SingleSignOnEndpoints
{
    public static void Map(RouteGroupBuilder auth, IEndpointRouteBuilder endpoints)
    {
        auth.MapGet("/providers", (IOptions<SingleSignOnOptions> options) => Results.Ok(new
        {
            passwords = options.Value.Passwords == PasswordSignIn.Everybody,
            providers = options.Value.Providers.Select(p => new { p.Key, p.Name }),
        }));
        auth.MapGet("/sso/{key}", Begin);
        auth.MapPost("/sso/{key}/link", Link);

        // The provider itself calls: without our header, without a cookie, with a signed token.
        endpoints.MapPost("/auth/sso/{key}/back-channel", BackChannelSignOut.Run).OpenBeforeSecondFactor();
    }

    /// <summary>Sends the browser there and lets the page do the walking: it cannot follow a redirect to another site itself.</summary>
    public static string? TakeLocation(HttpContext http)
    {
        var location = http.Response.Headers.Location.ToString();
        http.Response.Headers.Remove("Location");
        http.Response.StatusCode = StatusCodes.Status200OK;
        return location.Length > 0 ? location : null;
    }

    private static async Task<IResult> Begin(string key, string? returnTo, IOptions<SingleSignOnOptions> options, HttpContext http)
    {
        if (options.Value.Providers.Find(p => p.Key == key) is not { } provider)
        {
            return Results.Redirect(SingleSignOnEvents.Problem("providerGone"));
        }

        try
        {
            await http.ChallengeAsync(provider.Scheme, new AuthenticationProperties { RedirectUri = SingleSignOn.SafeReturn(returnTo) });
            return Results.Empty;
        }
        catch (Exception away) when (away is InvalidOperationException or IOException or HttpRequestException)
        {
            return Results.Redirect(SingleSignOnEvents.Problem("providerAway", provider.Name));
        }
    }

    private static async Task<IResult> Link(string key, LinkAccountRequest input, IOptions<SingleSignOnOptions> options, FreshProof proof, HttpContext http, CancellationToken ct)
    {
        var provider = options.Value.Providers.Find(p => p.Key == key) ?? throw new Platform.Errors.NotFound("This provider");
        await proof.Require(input.Password, ct);
        var properties = new AuthenticationProperties { RedirectUri = "/settings/profile" };
        properties.Items[SingleSignOnSchemes.LinkingSession] = SignInClaims.SessionOf(http.User)!.Value.Value.ToString();
        await http.ChallengeAsync(provider.Scheme, properties);
        return Results.Ok(new { location = TakeLocation(http) });
    }
}
