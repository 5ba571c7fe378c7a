using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record EndSessionInput(SessionId SessionId);

/// <summary>Ends one of the own sessions, wherever it is.</summary>
internal static class EndSession
{
    public static async Task<Session> Run(EndSessionInput input, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var session = await db.Sessions.FirstOrDefaultAsync(s => s.Id == input.SessionId, ct).OrNotFound("This session");
        session.End(clock.Now());
        db.Log(new SecurityNews(SecurityEvents.SessionEnded, SessionId.TypeName, session.Id.Value));
        await db.SaveChangesAsync(ct);
        return session;
    }
}

/// <param name="UserId">Whose; null for the own ones but this one.</param>
internal sealed record EndSessionsInput(UserId? UserId = null);

internal sealed record EndSessionsPayload(bool? Ended);

/// <summary>Ends all own sessions but this one, or all of somebody else.</summary>
internal static class EndSessions
{
    public static async Task<EndSessionsPayload> Run(EndSessionsInput input, CrmDb db, Caller caller, RoleCatalog catalog, SignIns signIns, IHttpContextAccessor http, CancellationToken ct)
    {
        var id = input.UserId ?? caller.UserId;
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == id, ct).OrNotFound("This person");
        if (id != caller.User)
        {
            caller.Require(AccessPermissions.ManageUsers);
            await RoleRules.RequireToManage(caller, user, db, catalog, ct);
        }

        db.Log(new SecurityNews(SecurityEvents.SessionEnded, UserId.TypeName, user.Id.Value, user.Name, "all"));
        await signIns.EndAll(user, except: id == caller.User ? SignInClaims.SessionOf(http.HttpContext?.User) : null, ct);
        return new EndSessionsPayload(true);
    }
}

/// <summary>The own sessions that stand, the one in use first.</summary>
internal static class ListSessions
{
    public static async Task<IReadOnlyList<Session>> Run(CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        return await db.Sessions.AsNoTracking().Where(s => s.EndedAt == null && s.ExpiresAt > now).OrderByDescending(s => s.LastSeenAt).ToListAsync(ct);
    }

    public static bool IsCurrent(Session session, IHttpContextAccessor http) => SignInClaims.SessionOf(http.HttpContext?.User) == session.Id;
}
