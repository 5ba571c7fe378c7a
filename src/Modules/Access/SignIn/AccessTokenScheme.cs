using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Signs in <c>Authorization: Bearer scrm_…</c>: one indexed look-up by the secret's hash.</summary>
internal sealed class AccessTokenScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, CrmDb db, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "AccessToken";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var hash = AccessToken.HashOf(header[7..].Trim());
        var now = clock.Now();
        var token = await db.AccessTokens.IgnoreQueryFilters([AccessTables.Visible]).AsNoTracking().FirstOrDefaultAsync(t => t.Hash == hash, Context.RequestAborted);
        if (token is null || !token.Stands(now))
        {
            return AuthenticateResult.Fail("The access token is unknown, expired or revoked.");
        }

        if (token.LastUsedAt is not { } last || now - last > TimeSpan.FromMinutes(1))
        {
            await NoteUse(token, now);
        }

        var identity = new ClaimsIdentity([new Claim(SignInClaims.User, token.UserId.Value.ToString()), new Claim(SignInClaims.Token, token.Id.Value.ToString())], Name);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Name));
    }

    // The log tells of the first use and of each new address, not of every request.
    private Task NoteUse(AccessToken token, DateTimeOffset now) => db.InTransaction(
        async () =>
        {
            var address = Context.Connection.RemoteIpAddress?.ToString();
            await db.AccessTokens.IgnoreQueryFilters([AccessTables.Visible]).Where(t => t.Id == token.Id)
                .ExecuteUpdateAsync(s => s.SetProperty(t => t.LastUsedAt, now).SetProperty(t => t.LastUsedFrom, address), Context.RequestAborted);
            if (token.LastUsedAt is null || token.LastUsedFrom != address)
            {
                await db.LogNow(new SecurityNews(SecurityEvents.TokenUsed, AccessTokenId.TypeName, token.Id.Value, token.Name, $"from {address}"), Context.RequestAborted);
            }
        },
        Context.RequestAborted);
}
