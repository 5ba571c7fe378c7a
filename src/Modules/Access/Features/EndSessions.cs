using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

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
