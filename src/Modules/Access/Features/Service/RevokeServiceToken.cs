using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record RevokeServiceTokenInput(AccessTokenId AccessTokenId);

internal sealed record RevokeServiceTokenPayload(AccessToken? AccessToken);

internal static class RevokeServiceToken
{
    public static async Task<RevokeServiceTokenPayload> Run(RevokeServiceTokenInput input, CrmDb db, Caller caller, RoleCatalog catalog, CallerDirectory directory, TimeProvider clock, CancellationToken ct)
    {
        var programs = db.Users.Where(u => u.Kind == UserKind.Service);
        var token = await db.AccessTokens.IgnoreQueryFilters([AccessTables.Visible])
            .FirstOrDefaultAsync(t => t.Id == input.AccessTokenId && programs.Any(u => u.Id == t.UserId), ct).OrNotFound("This access token");
        var account = await ServiceAccounts.Find(token.UserId, db, caller, catalog, ct);
        token.Revoke(clock.Now());
        db.Log(new SecurityNews(SecurityEvents.TokenRevoked, AccessTokenId.TypeName, token.Id.Value, token.Name, $"of {account.Name}"));
        await db.SaveChangesAsync(ct);
        directory.Forget(token.Id);
        return new RevokeServiceTokenPayload(token);
    }
}
