using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <param name="UserId">The service account.</param>
/// <param name="Name">What the token is for.</param>
/// <param name="ExpiresAt">Its end; never when absent.</param>
/// <param name="Scopes">The permissions it is limited to.</param>
/// <param name="ReadOnly">Whether it can change nothing.</param>
internal sealed record CreateServiceTokenInput(UserId UserId, string Name, DateTimeOffset? ExpiresAt = null, IReadOnlyList<string>? Scopes = null, bool ReadOnly = false);

/// <summary>The secret is in this answer and nowhere else.</summary>
internal sealed record CreateServiceTokenPayload(AccessToken? AccessToken, string? Secret);

/// <summary>A token for a program. Whoever makes it can act with it, so nobody makes one with more rights than they have.</summary>
internal static class CreateServiceToken
{
    public static async Task<CreateServiceTokenPayload> Run(CreateServiceTokenInput input, CrmDb db, Caller caller, RoleCatalog catalog, TimeProvider clock, CancellationToken ct)
    {
        var account = await ServiceAccounts.Find(input.UserId, db, caller, catalog, ct);
        TokenScopes.Check(input.Scopes, catalog);
        var (token, secret) = AccessToken.Create(account.Id, input.Name, input.Scopes ?? [], input.ReadOnly, input.ExpiresAt, clock.Now());
        db.Add(token);
        db.Log(new SecurityNews(SecurityEvents.TokenCreated, AccessTokenId.TypeName, token.Id.Value, token.Name, $"of {account.Name}{(token.ReadOnly ? "; may only read" : "")}"));
        await db.SaveChangesAsync(ct);
        return new CreateServiceTokenPayload(token, secret);
    }
}
