using System.Globalization;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>
/// Signs in <c>Authorization: Bearer ey…</c>: an access token that a provider gave to a program. It acts as the account that
/// the configuration names for its subject, and as nobody else.
/// </summary>
internal sealed class ProviderTokenScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IOptions<SingleSignOnOptions> settings, ProviderTokens tokens, CrmDb db)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "ProviderToken";

    // RFC 9068 wants at+jwt; providers that are older than it write JWT.
    private static readonly string[] Types = ["at+jwt", "application/at+jwt", "JWT"];

    public static bool Takes(string authorization) => authorization.StartsWith("Bearer ey", StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var text = Request.Headers.Authorization.ToString()[7..].Trim();
        foreach (var provider in settings.Value.Providers.Where(p => p.MachineAudience.Length > 0))
        {
            if (await Check(text, provider) is { } token)
            {
                return await Account(provider, token) is { } user ? AuthenticateResult.Success(Ticket(user, provider, token)) : AuthenticateResult.Fail("No account is configured for this program.");
            }
        }

        return AuthenticateResult.Fail("The access token is not good here.");
    }

    private async Task<JsonWebToken?> Check(string text, IdentityProvider provider)
    {
        try
        {
            return await tokens.Check(text, provider, provider.MachineAudience, Types, expires: true, Context.RequestAborted);
        }
        catch (Exception away) when (away is InvalidOperationException or IOException)
        {
            Logger.LogWarning(away, "The identity provider {Provider} cannot be reached", provider.Key);
            return null;
        }
    }

    private async Task<UserId?> Account(IdentityProvider provider, JsonWebToken token)
    {
        // With a subject the client id says nothing: any client may hold a token of that subject.
        var who = token.TryGetPayloadValue<string>("sub", out var subject) && subject.Length > 0 ? subject : token.TryGetPayloadValue<string>("client_id", out var client) ? client : null;
        if (who is null || !provider.Machines.TryGetValue(who, out var email) || !EmailAddress.TryParse(email, out var address))
        {
            return null;
        }

        var key = address.Key;
        return await db.Users.IgnoreQueryFilters([AccessTables.Visible]).AsNoTracking().Where(u => u.EmailKey == key && u.Active).Select(u => (UserId?)u.Id).FirstOrDefaultAsync(Context.RequestAborted);
    }

    private static AuthenticationTicket Ticket(UserId user, IdentityProvider provider, JsonWebToken token)
    {
        var mayWrite = provider.MachineWriteScope.Length == 0 || ScopesOf(token).Contains(provider.MachineWriteScope, StringComparer.Ordinal);
        var until = new DateTimeOffset(token.ValidTo, TimeSpan.Zero).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        Claim[] claims = [new(SignInClaims.User, user.Value.ToString()), new(SignInClaims.Machine, mayWrite ? "write" : "read"), new(SignInClaims.Until, until)];
        return new AuthenticationTicket(new ClaimsPrincipal(new ClaimsIdentity(claims, Name)), Name);
    }

    private static IEnumerable<string> ScopesOf(JsonWebToken token) =>
        token.Claims.Where(c => c.Type is "scope" or "scp").SelectMany(c => c.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries));
}
