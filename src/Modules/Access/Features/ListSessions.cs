using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

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
