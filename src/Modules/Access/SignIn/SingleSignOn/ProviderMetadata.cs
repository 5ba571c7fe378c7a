using System.Collections.Concurrent;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ServiceCrm.Access;

/// <summary>
/// What the providers say of themselves: addresses and keys. Read when first needed, again when a key is unknown, but not
/// more often than every few seconds; keys that a provider has taken back are not used any more.
/// </summary>
internal sealed class ProviderMetadata : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromSeconds(5);

    // New keys count with the call that asked for them, not with the one after.
    static ProviderMetadata() => AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", isEnabled: true);

    private readonly ConcurrentDictionary<string, ConfigurationManager<OpenIdConnectConfiguration>> _known = new(StringComparer.Ordinal);
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Patience, MaxResponseContentBufferSize = 1024 * 1024 };

    public ConfigurationManager<OpenIdConnectConfiguration> Of(IdentityProvider provider) => _known.GetOrAdd(provider.Key, _ => new(
        AddressOf(provider),
        new OpenIdConnectConfigurationRetriever(),
        Reader(provider))
    {
        RefreshInterval = ReadAgainAfter,
        UseLastKnownGoodConfiguration = false,
    });

    /// <summary>Asks again, whatever is known.</summary>
    public Task<OpenIdConnectConfiguration> ReadAfresh(IdentityProvider provider, CancellationToken ct) =>
        OpenIdConnectConfigurationRetriever.GetAsync(AddressOf(provider), Reader(provider), ct);

    private static string AddressOf(IdentityProvider provider) => $"{provider.Authority.TrimEnd('/')}/.well-known/openid-configuration";

    private HttpDocumentRetriever Reader(IdentityProvider provider) => new(_http) { RequireHttps = !provider.AllowHttp };

    public void Dispose() => _http.Dispose();
}
