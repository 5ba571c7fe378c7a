using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Our part in what the OpenID Connect handler does. Whatever goes wrong ends on the sign-in page, in words.</summary>
internal static class SingleSignOnEvents
{
    private const string SignInPage = "/sign-in";

    public static OpenIdConnectEvents For(IdentityProvider provider) => new()
    {
        OnMessageReceived = CheckIssuer,
        OnTokenValidated = CheckParty,
        OnTicketReceived = context => Receive(context, provider),
        OnRemoteFailure = context => Fail(context, provider),
        OnRedirectToIdentityProviderForSignOut = NameTheSession,
    };

    /// <summary>Back to the sign-in page with a word that it has a sentence for.</summary>
    public static string Problem(string code, string? provider = null) => $"{SignInPage}?problem={code}{(provider is null ? "" : $"&provider={Uri.EscapeDataString(provider)}")}";

    /// <summary>RFC 9207: an answer of another provider must not be taken for this one's.</summary>
    private static async Task CheckIssuer(MessageReceivedContext context)
    {
        var known = await context.Options.ConfigurationManager!.GetConfigurationAsync(context.HttpContext.RequestAborted);
        var said = context.ProtocolMessage.Iss;
        if (string.IsNullOrEmpty(said) ? known.AuthorizationResponseIssParameterSupported : said != known.Issuer)
        {
            context.Fail("The answer names another issuer than the provider's.");
        }
    }

    private static Task CheckParty(TokenValidatedContext context)
    {
        var token = context.SecurityToken;
        var party = token.Claims.FirstOrDefault(c => c.Type == "azp")?.Value;
        // The handler lets a token from the token endpoint go unsigned, as the specification does; we do not.
        if (!SingleSignOnSchemes.Algorithms.Contains(token.Header.Alg, StringComparer.Ordinal))
        {
            context.Fail("The id token is not signed by the provider.");
        }
        else if (party is null ? token.Audiences.Skip(1).Any() : party != context.Options.ClientId)
        {
            context.Fail("The id token was made for another party.");
        }

        // Kept to name the session when it ends; the properties live until the ticket is received.
        context.Properties!.Items[SingleSignOn.IdToken] = token.RawData;
        return Task.CompletedTask;
    }

    private static async Task Receive(TicketReceivedContext context, IdentityProvider provider)
    {
        var http = context.HttpContext;
        // The handler answers before the caller of the request is known.
        await SignInServices.Introduce(http, (await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Principal);
        var to = await http.RequestServices.GetRequiredService<SingleSignOn>().Receive(provider, context.Principal!, context.Properties!, context.ReturnUri, http.RequestAborted);
        context.HandleResponse();
        http.Response.Redirect(to);
    }

    private static async Task Fail(RemoteFailureContext context, IdentityProvider provider)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        await SignInServices.Introduce(http, principal: null);
        var refusedThere = context.Failure?.Data.Contains("error") == true && context.Failure.Data["error"] as string == "access_denied";
        services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SingleSignOnEvents)).LogWarning(context.Failure, "A sign-in with {Provider} failed", provider.Key);
        await services.GetRequiredService<CrmDb>().LogNow(new SecurityNews(SecurityEvents.SignInRefused, Details: $"{provider.Key}: {(refusedThere ? "cancelled there" : "wrong or late answer")}"), http.RequestAborted);
        context.HandleResponse();
        var linking = context.Properties?.Items.ContainsKey(SingleSignOnSchemes.LinkingSession) == true;
        http.Response.Redirect(linking ? "/settings/profile?problem=notLinked" : Problem(refusedThere ? "cancelled" : "providerFailed", provider.Name));
    }

    private static Task NameTheSession(RedirectContext context)
    {
        context.ProtocolMessage.IdTokenHint = context.Properties.Items.TryGetValue(SingleSignOn.IdToken, out var token) ? token : null;
        context.Properties.Items.Remove(SingleSignOn.IdToken);
        return Task.CompletedTask;
    }
}
