using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace ServiceCrm.Access;

/// <summary>Checks tokens that a provider has signed and that come to us without a browser: of programs, and of its sign-out.</summary>
internal sealed class ProviderTokens(ProviderMetadata metadata, ILogger<ProviderTokens> log, TimeProvider clock)
{
    private readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = 16 * 1024 };

    /// <param name="token">As it was sent.</param>
    /// <param name="provider">Who must have signed it.</param>
    /// <param name="audience">Whom it must be for.</param>
    /// <param name="types">What the header may call it; the empty text lets it be silent.</param>
    /// <param name="expires">Whether it must have an end.</param>
    /// <param name="ct">Ends the work.</param>
    /// <returns>null when it is not good</returns>
    public async Task<JsonWebToken?> Check(string token, IdentityProvider provider, string audience, IReadOnlyList<string> types, bool expires, CancellationToken ct)
    {
        if (!_tokens.CanReadToken(token) || !types.Contains(_tokens.ReadJsonWebToken(token).Typ ?? "", StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var manager = metadata.Of(provider);
        var result = await Validate(token, await manager.GetConfigurationAsync(ct), audience, expires);
        if (result.Exception is SecurityTokenInvalidSignatureException)
        {
            // The provider may have changed its keys since.
            manager.RequestRefresh();
            result = await Validate(token, await manager.GetConfigurationAsync(ct), audience, expires);
        }

        if (!result.IsValid && log.IsEnabled(LogLevel.Information))
        {
            log.LogInformation(result.Exception, "A token in the name of {Provider} was refused", provider.Key);
        }

        return result.IsValid ? (JsonWebToken)result.SecurityToken : null;
    }

    private Task<TokenValidationResult> Validate(string token, OpenIdConnectConfiguration known, string audience, bool expires) => _tokens.ValidateTokenAsync(token, new TokenValidationParameters
    {
        ValidIssuer = known.Issuer,
        ValidAudience = audience,
        IssuerSigningKeys = known.SigningKeys,
        ValidAlgorithms = SingleSignOnSchemes.Algorithms,
        RequireSignedTokens = true,
        RequireExpirationTime = expires,
        LifetimeValidator = expires ? SingleSignOnSchemes.Lifetime(clock) : (from, until, t, p) => until is null || SingleSignOnSchemes.Lifetime(clock)(from, until, t, p),
    });
}
