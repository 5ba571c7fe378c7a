using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record ResetSecondFactorsInput(UserId UserId);

/// <summary>
/// Takes all second factors of somebody away, for a lost telephone. Every session of the person ends, and the next
/// sign-in tells of it.
/// </summary>
internal static class ResetSecondFactors
{
    public static async Task<User> Run(ResetSecondFactorsInput input, CrmDb db, Caller caller, RoleCatalog catalog, SignIns signIns, TimeProvider clock, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == input.UserId, ct).OrNotFound("This person");
        if (user.Id == caller.User)
        {
            throw new RuleBroken("OWN_ACCOUNT", "Change your own factors in your profile; losing all of them takes another administrator.");
        }

        await RoleRules.RequireToManage(caller, user, db, catalog, ct);
        if (!(await OwnFactors.Of(user.Id, db, ct)).Any)
        {
            throw new RuleBroken("NO_SECOND_FACTOR", "This person has no second factor.");
        }

        db.RemoveRange(await db.Authenticators.IgnoreQueryFilters([AccessTables.Visible]).Where(a => a.UserId == user.Id).ToListAsync(ct));
        db.RemoveRange(await db.Passkeys.IgnoreQueryFilters([AccessTables.Visible]).Where(p => p.UserId == user.Id).ToListAsync(ct));
        await RecoveryCodes.Void(user.Id, db, ct);
        user.LoseFactors(clock.Now());
        db.Log(new SecurityNews(SecurityEvents.FactorsReset, UserId.TypeName, user.Id.Value, user.Name));
        await signIns.EndAll(user, except: null, ct);
        return user;
    }
}
