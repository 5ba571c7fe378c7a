using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>
/// One scheme of the framework's OpenID Connect handler for each configured provider: authorization code with PKCE, state
/// and nonce. What it does not check is added here: the issuer of the answer (RFC 9207) and who the token was made for.
/// </summary>
internal static class SingleSignOnSchemes
{
    /// <summary>Set when somebody signed in links an account: the session that does it.</summary>
    public const string LinkingSession = "linking";

    public const string Section = "Access:SingleSignOn";

    /// <summary>Signatures that only the provider can make. With a shared secret we could sign its tokens ourselves.</summary>
    public static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public static readonly TimeSpan ClockSkew = TimeSpan.FromSeconds(30);

    public static void Add(AuthenticationBuilder schemes, IConfiguration configuration)
    {
        var services = schemes.Services;
        services.AddOptions<SingleSignOnOptions>().Bind(configuration.GetSection(Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SingleSignOnOptions>, SingleSignOnRules>();
        services.AddSingleton<ProviderMetadata>();
        services.AddSingleton<ProviderTokens>();
        services.AddSingleton<ProviderSeals>();
        services.AddSingleton<ProviderSignOut>();
        services.AddScoped<Newcomers>();
        services.AddScoped<SingleSignOn>();
        schemes.AddScheme<AuthenticationSchemeOptions, ProviderTokenScheme>(ProviderTokenScheme.Name, null);
        foreach (var provider in configuration.GetSection(Section).Get<SingleSignOnOptions>()?.Providers ?? [])
        {
            schemes.AddOpenIdConnect(provider.Scheme, provider.Name, _ => { });
            services.AddOptions<OpenIdConnectOptions>(provider.Scheme).Configure<TimeProvider, ProviderMetadata>((o, clock, metadata) => Configure(o, provider, clock, metadata));
        }
    }

    private static void Configure(OpenIdConnectOptions o, IdentityProvider provider, TimeProvider clock, ProviderMetadata metadata)
    {
        o.Authority = provider.Authority;
        o.ClientId = provider.ClientId;
        o.ClientSecret = provider.ClientSecret;
        o.RequireHttpsMetadata = !provider.AllowHttp;
        o.ConfigurationManager = metadata.Of(provider);
        o.ResponseType = OpenIdConnectResponseType.Code;
        o.ResponseMode = OpenIdConnectResponseMode.Query;
        o.UsePkce = true;
        o.MapInboundClaims = false;
        o.SaveTokens = false;
        o.GetClaimsFromUserInfoEndpoint = true;
        o.ClaimActions.Clear();
        o.ClaimActions.MapAll();
        o.SignInScheme = IdentityConstants.ApplicationScheme;
        o.CallbackPath = provider.CallbackPath;
        o.SignedOutCallbackPath = provider.SignedOutPath;
        o.RemoteSignOutPath = PathString.Empty;
        o.Scope.Clear();
        foreach (var scope in (IEnumerable<string>)["openid", .. provider.Scopes.Count > 0 ? provider.Scopes : ["profile", "email"]])
        {
            o.Scope.Add(scope);
        }

        foreach (var cookie in new[] { o.CorrelationCookie, o.NonceCookie })
        {
            // The answer comes by a link from the provider's page, so Strict would lose them; None would need HTTPS.
            cookie.SameSite = SameSiteMode.Lax;
            cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        }

        o.TokenValidationParameters.ValidAlgorithms = Algorithms;
        o.TokenValidationParameters.LifetimeValidator = Lifetime(clock);
        o.Events = SingleSignOnEvents.For(provider);
    }

    /// <summary>Our clock decides, as everywhere.</summary>
    public static LifetimeValidator Lifetime(TimeProvider clock) => (from, until, _, _) =>
    {
        var now = clock.Now().UtcDateTime;
        return until is { } end && now - ClockSkew < end && (from is not { } start || now + ClockSkew > start);
    };
}
