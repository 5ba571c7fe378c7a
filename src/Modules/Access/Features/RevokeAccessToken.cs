using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record RevokeAccessTokenInput(AccessTokenId AccessTokenId);

internal static class RevokeAccessToken
{
    public static async Task<AccessToken> Run(RevokeAccessTokenInput input, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var token = await db.AccessTokens.FirstOrDefaultAsync(t => t.Id == input.AccessTokenId, ct).OrNotFound("This access token");
        token.Revoke(clock.Now());
        db.Log(new SecurityNews(SecurityEvents.TokenRevoked, AccessTokenId.TypeName, token.Id.Value, token.Name));
        await db.SaveChangesAsync(ct);
        return token;
    }
}
