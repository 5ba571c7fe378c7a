using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record CreateAccessTokenInput(string Name, DateTimeOffset? ExpiresAt = null);

/// <summary>The secret is in this answer and nowhere else.</summary>
internal sealed record CreateAccessTokenPayload(AccessToken? AccessToken, string? Secret);

internal static class CreateAccessToken
{
    public static async Task<CreateAccessTokenPayload> Run(CreateAccessTokenInput input, CrmDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var (token, secret) = AccessToken.Create(caller.UserId, input.Name, input.ExpiresAt, clock.Now());
        db.Add(token);
        await db.SaveChangesAsync(ct);
        return new CreateAccessTokenPayload(token, secret);
    }
}

internal sealed record RevokeAccessTokenInput(AccessTokenId AccessTokenId);

internal static class RevokeAccessToken
{
    public static async Task<AccessToken> Run(RevokeAccessTokenInput input, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var token = await db.AccessTokens.FirstOrDefaultAsync(t => t.Id == input.AccessTokenId, ct).OrNotFound("This access token");
        token.Revoke(clock.Now());
        await db.SaveChangesAsync(ct);
        return token;
    }
}
