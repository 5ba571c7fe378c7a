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
