using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>What a session or access token carries.</summary>
internal static class SignInClaims
{
    public const string User = "sub";
    public const string Stamp = "stamp";
    public const string Token = "token";
    public const string Session = "session";

    /// <summary>A program with a provider's token: <c>read</c> or <c>write</c>.</summary>
    public const string Machine = "machine";

    /// <summary>When a program's token ends, in Unix seconds.</summary>
    public const string Until = "until";

    public static UserId? UserOf(ClaimsPrincipal? principal) => Read(principal, User) is { } id ? new UserId(id) : null;

    public static AccessTokenId? TokenOf(ClaimsPrincipal? principal) => Read(principal, Token) is { } id ? new AccessTokenId(id) : null;

    public static SessionId? SessionOf(ClaimsPrincipal? principal) => Read(principal, Session) is { } id ? new SessionId(id) : null;

    private static Guid? Read(ClaimsPrincipal? principal, string claim) => Guid.TryParse(principal?.FindFirst(claim)?.Value, out var id) ? id : null;
}

/// <summary>
/// Whether a session or access token still stands: asked for each request with a cookie, and for each event of a live
/// subscription, which may have been opened long ago.
/// </summary>
internal sealed class Sessions(CallerDirectory directory, TimeProvider clock) : ISecurityStampValidator
{
    public async Task ValidateAsync(CookieValidatePrincipalContext context)
    {
        if (await CallerOf(context.Principal, context.HttpContext.RequestAborted) is null)
        {
            context.RejectPrincipal();
        }
    }

    /// <summary>Who stands behind it now, with the rights of now; null when it has ended.</summary>
    public async Task<Caller?> CallerOf(ClaimsPrincipal? principal, CancellationToken ct)
    {
        if (SignInClaims.UserOf(principal) is not { } user)
        {
            return null;
        }

        if (principal!.FindFirst(SignInClaims.Machine)?.Value is { } machine)
        {
            return await OfProgram(user, machine == "write", principal, ct);
        }

        return SignInClaims.TokenOf(principal) is { } token ? await OfToken(user, token, ct)
            : SignInClaims.SessionOf(principal) is { } session ? await OfSession(user, session, principal.FindFirst(SignInClaims.Stamp)?.Value ?? "", ct)
            : null;
    }

    private async Task<Caller?> OfSession(UserId user, SessionId id, string stamp, CancellationToken ct)
    {
        if (await directory.Find(user, stamp, ct) is not { } known || await directory.Session(id, ct) is not { } session || session.UserId != user || !session.Stands(clock.Now()))
        {
            return null;
        }

        return session.ViewAs is { } role ? await directory.LookAs(known, role, ct) : session.ProviderFactor ? known.WithFactor : known.Caller;
    }

    private async Task<Caller?> OfProgram(UserId user, bool mayWrite, ClaimsPrincipal principal, CancellationToken ct)
    {
        var stands = long.TryParse(principal.FindFirst(SignInClaims.Until)?.Value, CultureInfo.InvariantCulture, out var until)
            && clock.Now() < DateTimeOffset.FromUnixTimeSeconds(until) + SingleSignOnSchemes.ClockSkew;
        return stands && await directory.Find(user, ct) is { } known ? known.WithFactor.Limited(permissions: null, mayWrite ? null : "This program may only read.") : null;
    }

    private async Task<Caller?> OfToken(UserId user, AccessTokenId id, CancellationToken ct)
    {
        var token = await directory.Token(id, ct);
        return token?.Stands(clock.Now()) == true && await directory.Find(user, ct) is { } known ? token.Limit(known.Caller) : null;
    }
}
