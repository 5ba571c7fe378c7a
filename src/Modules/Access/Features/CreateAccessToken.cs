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
