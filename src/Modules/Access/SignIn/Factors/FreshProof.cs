using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>
/// Before somebody's factors change, that somebody proves again to be there: by the password, or by having signed in a
/// moment ago. Whoever finds a browser open, or holds an access token, cannot make a lasting way in.
/// </summary>
internal sealed class FreshProof(CrmDb db, UserManager<User> users, SignInThrottle throttle, IHttpContextAccessor http, TimeProvider clock)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>The session of this request; null with an access token.</summary>
    public SessionId? Session => SignInClaims.SessionOf(http.HttpContext?.User);

    /// <summary>The caller, to be changed, who needs a session in a browser.</summary>
    public async Task<User> Self(CancellationToken ct)
    {
        if (SignInClaims.SessionOf(http.HttpContext?.User) is null)
        {
            throw new NotAllowed("Second factors can be changed only where you signed in, not with an access token.");
        }

        var id = db.Caller.UserId;
        return await db.Users.FirstOrDefaultAsync(u => u.Id == id, ct).OrNotFound("You");
    }

    /// <summary>The caller, who gave the right password or has just signed in.</summary>
    /// <exception cref="RuleBroken">PASSWORD_NEEDED when neither</exception>
    public async Task<User> Require(string? password, CancellationToken ct)
    {
        var user = await Self(ct);
        if (!string.IsNullOrEmpty(password))
        {
            await Check(user, password);
        }
        else if (!await IsFresh(ct))
        {
            throw new RuleBroken("PASSWORD_NEEDED", "Please enter your password.");
        }

        return user;
    }

    /// <summary>The caller, who gave the right password.</summary>
    public async Task<User> RequirePassword(string password, CancellationToken ct)
    {
        var user = await Self(ct);
        await Check(user, password);
        return user;
    }

    /// <summary>Whether this session began a moment ago.</summary>
    public async Task<bool> IsFresh(CancellationToken ct)
    {
        var since = clock.Now() - Fresh;
        return SignInClaims.SessionOf(http.HttpContext?.User) is { } id && await db.Sessions.AnyAsync(s => s.Id == id && s.CreatedAt > since, ct);
    }

    private async Task Check(User user, string password)
    {
        if (throttle.Try(user.Email, "password-change") is not null)
        {
            throw new RuleBroken("TOO_MANY_TRIES", "Too many tries. Please wait a minute.");
        }

        if (!await users.CheckPasswordAsync(user, password))
        {
            throw new InvalidInput("password", "The password is wrong.");
        }
    }
}
