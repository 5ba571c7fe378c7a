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
    public static async Task<CreateAccessTokenPayload> Run(CreateAccessTokenInput input, CrmDb db, Caller caller, FreshProof proof, RoleCatalog catalog, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Users.AnyAsync(u => u.Id == caller.UserId && u.Kind == UserKind.Service, ct))
        {
            throw new NotAllowed("A service account makes no tokens; an administrator makes them for it.");
        }

        // A token that makes another would hand out what it was not given itself, and outlive its own end.
        if (proof.Session is null)
        {
            throw new NotAllowed("Access tokens are made where you signed in, not with an access token.");
        }

        TokenScopes.Check(input.Scopes, catalog);
        var (token, secret) = AccessToken.Create(caller.UserId, input.Name, input.Scopes ?? [], input.ReadOnly, input.ExpiresAt, clock.Now());
        db.Add(token);
        db.Log(new SecurityNews(SecurityEvents.TokenCreated, AccessTokenId.TypeName, token.Id.Value, token.Name, token.ReadOnly ? "may only read" : null));
        await db.SaveChangesAsync(ct);
        return new CreateAccessTokenPayload(token, secret);
    }
}
