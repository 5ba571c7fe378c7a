using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record CreateAccessTokenInput(string Name, DateTimeOffset? ExpiresAt = null, IReadOnlyList<string>? Scopes = null, bool ReadOnly = false);

/// <summary>The secret is in this answer and nowhere else.</summary>
internal sealed record CreateAccessTokenPayload(AccessToken? AccessToken, string? Secret);

internal static class CreateAccessToken
{
    public static async Task<CreateAccessTokenPayload> Run(CreateAccessTokenInput input, CrmDb db, Caller caller, IHttpContextAccessor http, CallerDirectory directory, RoleCatalog catalog, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Users.AnyAsync(u => u.Id == caller.UserId && u.Kind == UserKind.Service, ct))
        {
            throw new NotAllowed("A service account makes no tokens; an administrator makes them for it.");
        }

        if (!await MayMakeTokens(http.HttpContext?.User, directory, ct))
        {
            throw new NotAllowed("A limited access token makes no others; make them where you signed in.");
        }

        TokenScopes.Check(input.Scopes, catalog);
        var (token, secret) = AccessToken.Create(caller.UserId, input.Name, input.Scopes ?? [], input.ReadOnly, input.ExpiresAt, clock.Now());
        db.Add(token);
        db.Log(new SecurityNews(SecurityEvents.TokenCreated, AccessTokenId.TypeName, token.Id.Value, token.Name, token.ReadOnly ? "may only read" : null));
        await db.SaveChangesAsync(ct);
        return new CreateAccessTokenPayload(token, secret);
    }

    // A token with limits that made another would hand out what it was not given itself, and outlive its own end.
    private static async Task<bool> MayMakeTokens(ClaimsPrincipal? principal, CallerDirectory directory, CancellationToken ct) => SignInClaims.TokenOf(principal) is { } id
        ? await directory.Token(id, ct) is { Scopes.Count: 0, ExpiresAt: null }
        : SignInClaims.SessionOf(principal) is not null;
}
