using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Access;

/// <summary>What came of asking the provider about itself.</summary>
/// <param name="Reached">Whether it answered with what is needed.</param>
/// <param name="Problem">What was wrong, in words for administrators.</param>
/// <param name="Issuer">Who it says it is.</param>
/// <param name="Keys">How many keys it signs with.</param>
/// <param name="SignsOut">Whether it can end its own session.</param>
internal sealed record ProviderTest(bool Reached, string? Problem, string? Issuer, int Keys, bool SignsOut);

/// <summary>Reads what the provider says of itself, afresh.</summary>
internal static class TestProvider
{
    public static async Task<ProviderTest> Run(string key, IOptions<SingleSignOnOptions> options, ProviderMetadata metadata, CancellationToken ct)
    {
        var provider = options.Value.Providers.Find(p => p.Key == key) ?? throw new NotFound("This provider");
        try
        {
            var known = await metadata.ReadAfresh(provider, ct);
            var problem = known.Issuer?.TrimEnd('/') != provider.Authority.TrimEnd('/') ? $"It calls itself {known.Issuer}, which is not Authority."
                : known.SigningKeys.Count == 0 ? "It shows no keys to check its signatures with."
                : string.IsNullOrEmpty(known.AuthorizationEndpoint) || string.IsNullOrEmpty(known.TokenEndpoint) ? "It names no addresses to sign in at."
                : null;
            return new ProviderTest(problem is null, problem, known.Issuer, known.SigningKeys.Count, !string.IsNullOrEmpty(known.EndSessionEndpoint));
        }
        catch (Exception away) when (away is InvalidOperationException or IOException or HttpRequestException or OperationCanceledException && !ct.IsCancellationRequested)
        {
            return new ProviderTest(false, $"Its description could not be read at {provider.Authority.TrimEnd('/')}/.well-known/openid-configuration.", null, 0, false);
        }
    }
}
