using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ServiceCrm.Access;

/// <summary>Whoever signs out here signs out at the provider too, which the browser has to visit for that.</summary>
internal sealed class ProviderSignOut(IOptions<SingleSignOnOptions> options, ProviderMetadata metadata, ProviderSeals seals)
{
    /// <returns>where the browser has to go; null when there is nothing to end elsewhere</returns>
    public async Task<string?> Location(HttpContext http, Session session)
    {
        if (session.Provider is not { } key || options.Value.Providers.Find(p => p.Key == key) is not { } provider)
        {
            return null;
        }

        try
        {
            if ((await metadata.Of(provider).GetConfigurationAsync(http.RequestAborted)).EndSessionEndpoint is not { Length: > 0 })
            {
                return null;
            }

            var properties = new AuthenticationProperties { RedirectUri = "/sign-in" };
            properties.Items[SingleSignOn.IdToken] = seals.Open(session.ProviderToken);
            await http.SignOutAsync(provider.Scheme, properties);
            return SingleSignOnEndpoints.TakeLocation(http);
        }
        catch (Exception away) when (away is InvalidOperationException or IOException or HttpRequestException)
        {
            // Signed out here all the same.
            return null;
        }
    }
}
