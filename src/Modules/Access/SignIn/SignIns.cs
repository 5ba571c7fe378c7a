using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Begins, renews and ends the sessions of browsers: the cookie and the row it names.</summary>
internal sealed class SignIns(
    SignInManager<User> identity, CrmDb db, CallerHolder holder, CallerDirectory directory, IHttpContextAccessor http, KnownDevices devices, IOptions<AccessOptions> options, TimeProvider clock)
{
    /// <summary>Signs the person in; from here on the request speaks for that person.</summary>
    /// <param name="user">Who has proved to be who they are.</param>
    /// <param name="method">How.</param>
    /// <param name="remember">Whether the browser keeps the session when it is closed.</param>
    /// <param name="ct">Ends the work.</param>
    /// <param name="by">The provider that vouched for the person, if one did.</param>
    public async Task Begin(User user, string method, bool remember, CancellationToken ct, ProviderProof? by = null)
    {
        if (user.Kind != UserKind.Person)
        {
            throw new NotAllowed("A service account cannot sign in.");
        }

        var now = clock.Now();
        var lasts = TimeSpan.FromDays(remember ? options.Value.RememberDays : options.Value.SessionDays);
        var session = Session.Begin(user.Id, method, holder.Origin, now, lasts);
        if (by is not null)
        {
            session.By(by);
        }

        holder.Caller = (await directory.Find(user.Id, user.SecurityStamp, ct))?.Caller ?? holder.Caller;
        db.Add(session);
        db.Log(new SecurityNews(SecurityEvents.SignedIn, SessionId.TypeName, session.Id.Value, null, method));
        await db.SaveChangesAsync(ct);
        await identity.SignInWithClaimsAsync(user, new AuthenticationProperties { IsPersistent = remember, ExpiresUtc = session.ExpiresAt }, Claims(session.Id));
        devices.Remember(user.Id);
    }

    /// <summary>Gives this browser a cookie with the person's new security stamp; every other session of the person ends.</summary>
    public async Task RenewAlone(User user, CancellationToken ct)
    {
        var context = http.HttpContext;
        var current = SignInClaims.SessionOf(context?.User);
        await EndAll(user, except: current, ct);

        // Over a socket there are no headers left to carry a cookie; such a session signs in again.
        if (current is { } id && context is { Response.HasStarted: false })
        {
            var old = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
            await identity.SignInWithClaimsAsync(user, old.Properties, Claims(id));
        }
    }

    /// <summary>Ends this browser's session.</summary>
    /// <returns>the session that has ended; null when there was none</returns>
    public async Task<Session?> EndThis(CancellationToken ct)
    {
        var session = SignInClaims.SessionOf(http.HttpContext?.User) is { } id ? await db.Sessions.FirstOrDefaultAsync(s => s.Id == id, ct) : null;
        if (session is not null)
        {
            // Also who only looks as somebody else may leave.
            holder.Caller = (await directory.Find(session.UserId, ct))?.Caller ?? holder.Caller;
            session.End(clock.Now());
            db.Log(new SecurityNews(SecurityEvents.SignedOut, SessionId.TypeName, session.Id.Value));
            await db.SaveChangesAsync(ct);
        }

        await identity.SignOutAsync();
        return session;
    }

    /// <summary>Ends the person's sessions, with everything else that is not yet saved.</summary>
    public async Task EndAll(User user, SessionId? except, CancellationToken ct)
    {
        var now = clock.Now();
        var sessions = await db.Sessions.IgnoreQueryFilters([AccessTables.Visible]).Where(s => s.UserId == user.Id && s.EndedAt == null && s.ExpiresAt > now).ToListAsync(ct);
        foreach (var session in sessions.Where(s => s.Id != except))
        {
            session.End(now);
        }

        await db.SaveChangesAsync(ct);
    }

    private static Claim[] Claims(SessionId id) => [new(SignInClaims.Session, id.Value.ToString())];
}
