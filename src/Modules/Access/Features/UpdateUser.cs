using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record UpdateUserInput(UserId UserId, string? Name = null, IReadOnlyList<string>? Roles = null, IReadOnlyList<TeamId>? TeamIds = null, bool? Active = null);

internal static class UpdateUser
{
    public static async Task<User> Run(UpdateUserInput input, CrmDb db, Caller caller, RoleCatalog catalog, TimeProvider clock, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == input.UserId, ct).OrNotFound("This person");
        if (user.Id == caller.User && (input.Active == false || (input.Roles is not null && !input.Roles.Contains(Roles.Admin) && user.Roles.Contains(Roles.Admin))))
        {
            throw new RuleBroken("OWN_ACCOUNT", "You cannot take your own access away; ask another administrator.");
        }

        user.RefuseRemoved();
        await RoleRules.RequireToManage(caller, user, db, catalog, ct);
        var before = $"{string.Join(", ", user.Roles)}{(user.Active ? "" : " (inactive)")}";
        if (input.Name is { } name)
        {
            user.Rename(name);
        }

        if (input.Roles is { } roles)
        {
            await RoleRules.RequireToGive(caller, roles, db, catalog, ct);
            user.GiveRoles(roles);
        }

        if (input.Active is { } active)
        {
            SetActive(user, active, clock.Now());
        }

        if (input.TeamIds is { } teams)
        {
            await TeamsOf.Set(db, caller, user.Id, teams, ct);
        }

        var after = $"{string.Join(", ", user.Roles)}{(user.Active ? "" : " (inactive)")}";
        db.Log(new SecurityNews(input.Active == false ? SecurityEvents.UserDeactivated : SecurityEvents.UserChanged, UserId.TypeName, user.Id.Value, user.Name, before == after ? null : $"{before} → {after}"));
        LastAdministrator.Keep(db);
        await db.SaveChangesAsync(ct);
        return user;
    }

    private static void SetActive(User user, bool active, DateTimeOffset now)
    {
        if (active)
        {
            user.Activate();
        }
        else
        {
            user.Deactivate(now);
        }
    }
}
