using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>An installation keeps somebody who can administer it.</summary>
internal static class LastAdministrator
{
    /// <summary>
    /// Looks in the transaction of the next save, after its rows are written. That save must log something: the entry takes
    /// the lock at the end of the log, so that two administrators who take each other's role away do so one after the other.
    /// </summary>
    /// <exception cref="RuleBroken">LAST_ADMINISTRATOR, from the save</exception>
    public static void Keep(CrmDb db) => db.WithSave(async ct =>
    {
        var held = await db.Users.IgnoreQueryFilters([AccessTables.Visible]).AsNoTracking().Where(u => u.Active && u.Kind == UserKind.Person).Select(u => u.Roles).ToListAsync(ct);
        if (!held.Any(roles => roles.Contains(Roles.Admin)))
        {
            throw new RuleBroken("LAST_ADMINISTRATOR", "This is the last administrator; make somebody else one first.");
        }
    });
}
