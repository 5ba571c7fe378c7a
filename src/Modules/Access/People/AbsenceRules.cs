using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Everybody plans their own absences; who manages people plans those of others too.</summary>
internal static class AbsenceRules
{
    public static async Task<User> Find(UserId id, CrmDb db, Caller caller, RoleCatalog catalog, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == id, ct).OrNotFound("This person");
        if (id != caller.User)
        {
            caller.Require(AccessPermissions.ManageUsers);
            await RoleRules.RequireToManage(caller, user, db, catalog, ct);
        }

        user.RefuseRemoved();
        return user;
    }

    public static SecurityNews News(User user, string details) => new(SecurityEvents.AbsencePlanned, UserId.TypeName, user.Id.Value, user.Name, details);
}
