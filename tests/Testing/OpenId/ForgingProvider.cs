using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ServiceCrm.Testing;

/// <summary>
/// An OpenID Connect provider that says whatever a test wants: right answers, and those that an attacker would forge. It
/// checks PKCE, so that a sign-in without it fails.
/// </summary>
public sealed class ForgingProvider : IAsyncDisposable
{
    private static readonly string[] Flows = ["code"];
    private static readonly string[] Public = ["public"];
    private static readonly string[] Algorithms = ["RS256"];

    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, (string Nonce, string Challenge, IdTokenForgery Forgery)> _codes = new(StringComparer.Ordinal);

    private ForgingProvider(WebApplication app) => _app = app;

    public string Issuer => _app.Urls.First();

    /// <summary>The key that the provider signs with.</summary>
    public RsaSecurityKey Key { get; private set; } = NewKey();

    /// <summary>Whether its description promises the issuer in each answer (RFC 9207).</summary>
    public bool NamesIssuer { get; set; } = true;

    public static async Task<ForgingProvider> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var provider = new ForgingProvider(builder.Build());
        provider.Map();
        await provider._app.StartAsync();
        return provider;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>The configuration of the server under test.</summary>
    public (string Key, string Value)[] Settings(params (string Key, string Value)[] more) =>
    [
        Setting("Key", "company"), Setting("Name", "Company account"), Setting("Authority", Issuer), Setting("ClientId", "crm"), Setting("ClientSecret", "client-secret-of-the-tests"),
        Setting("AllowHttp", "true"), Setting("EmailDomains:0", "example.com"), .. more,
    ];

    public static (string Key, string Value) Setting(string name, string value) => ($"Access:SingleSignOn:Providers:0:{name}", value);

    /// <summary>New keys from now on; the old ones are shown no more.</summary>
    public void ChangeKeys() => Key = NewKey();

    /// <summary>Somebody signed in at the provider: the code that goes back with the browser.</summary>
    public string Code(string nonce, string challenge, IdTokenForgery forgery)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (nonce, challenge, forgery);
        return code;
    }

    /// <summary>A token signed by the provider, or as the forgery says.</summary>
    public string Sign(IReadOnlyDictionary<string, object> claims, string? type = "JWT", SecurityKey? key = null, string algorithm = SecurityAlgorithms.RsaSha256)
    {
        var header = new Dictionary<string, object>();
        if (type is not null)
        {
            header["typ"] = type;
        }

        var tokens = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        return tokens.CreateToken(JsonText(claims), new SigningCredentials(key ?? Key, algorithm), header);
    }

    /// <summary>A token that claims to need no signature.</summary>
    public static string WithoutSignature(IReadOnlyDictionary<string, object> claims) => $"{Part("{\"alg\":\"none\",\"typ\":\"JWT\"}")}.{Part(JsonText(claims))}.";

    private static RsaSecurityKey NewKey() => new(RSA.Create(2048)) { KeyId = Guid.NewGuid().ToString("N") };

    private static string JsonText(IReadOnlyDictionary<string, object> claims) => System.Text.Json.JsonSerializer.Serialize(claims);

    private static string Part(string json) => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(json));

    private void Map()
    {
        _app.MapGet("/.well-known/openid-configuration", () => new Dictionary<string, object>
        {
            ["issuer"] = Issuer, ["authorization_endpoint"] = $"{Issuer}/authorize", ["token_endpoint"] = $"{Issuer}/token", ["jwks_uri"] = $"{Issuer}/keys", ["end_session_endpoint"] = $"{Issuer}/end",
            ["authorization_response_iss_parameter_supported"] = NamesIssuer, ["response_types_supported"] = Flows, ["subject_types_supported"] = Public,
            ["id_token_signing_alg_values_supported"] = Algorithms,
        });
        _app.MapGet("/keys", () =>
        {
            var shown = Key.Rsa.ExportParameters(includePrivateParameters: false);
            return new { keys = new[] { new { kty = "RSA", use = "sig", alg = "RS256", kid = Key.KeyId, n = WebEncoders.Base64UrlEncode(shown.Modulus!), e = WebEncoders.Base64UrlEncode(shown.Exponent!) } } };
        });
        _app.MapPost("/token", (Delegate)Redeem);
    }

    private async Task<IResult> Redeem(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        if (!_codes.TryRemove(form["code"].ToString(), out var known)
            || WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) != known.Challenge
            || form["client_secret"] != "client-secret-of-the-tests")
        {
            return Results.Json(new { error = "invalid_grant" }, statusCode: 400);
        }

        return Results.Json(new { access_token = "opaque", token_type = "Bearer", expires_in = 60, id_token = known.Forgery.Token(this, known.Nonce) });
    }
}

/// <summary>The id token of one sign-in: right, but for what is changed.</summary>
public sealed class IdTokenForgery
{
    /// <summary>Changes the claims before they are signed.</summary>
    public Action<Dictionary<string, object>>? Change { get; init; }

    /// <summary>Signs in another way than the provider.</summary>
    public Func<ForgingProvider, Dictionary<string, object>, string>? SignAs { get; init; }

    /// <summary>One claim is this.</summary>
    public static IdTokenForgery With(string claim, object value) => new() { Change = c => c[claim] = value };

    /// <summary>One claim is a list of these.</summary>
    public static IdTokenForgery WithAll(string claim, params string[] values) => With(claim, values);

    internal string Token(ForgingProvider provider, string nonce)
    {
        var now = TimeProvider.System.GetUtcNow();
        var claims = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["iss"] = provider.Issuer, ["sub"] = "subject-1", ["aud"] = "crm", ["nonce"] = nonce, ["iat"] = now.ToUnixTimeSeconds(), ["exp"] = now.AddMinutes(5).ToUnixTimeSeconds(),
            ["email"] = "ada@example.com", ["email_verified"] = true, ["name"] = "Ada Byron", ["sid"] = "session-1",
        };
        Change?.Invoke(claims);
        return SignAs?.Invoke(provider, claims) ?? provider.Sign(claims);
    }
}
