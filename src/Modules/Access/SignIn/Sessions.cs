using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>What a session or access token carries.</summary>
internal static class SignInClaims
{
    public const string User = "sub";
    public const string Stamp = "stamp";
    public const string Token = "token";

    public static UserId? UserOf(ClaimsPrincipal? principal) => Read(principal, User) is { } id ? new UserId(id) : null;

    public static AccessTokenId? TokenOf(ClaimsPrincipal? principal) => Read(principal, Token) is { } id ? new AccessTokenId(id) : null;

    private static Guid? Read(ClaimsPrincipal? principal, string claim) => Guid.TryParse(principal?.FindFirst(claim)?.Value, out var id) ? id : null;
}

/// <summary>
/// Whether a session or access token still stands: asked for each request with a cookie, and for each event of a live
/// subscription, which may have been opened long ago.
/// </summary>
internal sealed class Sessions(CallerDirectory directory, CrmDb db, TimeProvider clock) : ISecurityStampValidator
{
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (await CallerOf(context.Principal, context.HttpContext.RequestAborted) is null)
        {
            context.RejectPrincipal();
        }
    }

    /// <summary>Who stands behind it now; null when it has ended.</summary>
    public async Task<Caller?> CallerOf(ClaimsPrincipal? principal, CancellationToken ct)
    {
        if (SignInClaims.UserOf(principal) is not { } user)
        {
            return null;
        }

        if (SignInClaims.TokenOf(principal) is not { } token)
        {
            return (await directory.Find(user, principal!.FindFirst(SignInClaims.Stamp)?.Value ?? "", ct))?.Caller;
        }

        var now = clock.Now();
        return await db.AccessTokens.IgnoreQueryFilters([AccessTables.Visible]).AnyAsync(t => t.Id == token && t.RevokedAt == null && (t.ExpiresAt == null || t.ExpiresAt > now), ct)
            ? (await directory.Find(user, ct))?.Caller
            : null;
    }
}
