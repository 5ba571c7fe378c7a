using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <param name="Role">The key of the role, built-in or not.</param>
/// <param name="Required">Whether who has it must have a second factor.</param>
internal sealed record RequireSecondFactorInput(string Role, bool Required);

/// <summary>
/// Asks everybody with the role for a second factor, or no longer. Who has none is let in only to set one up, from the
/// next request on.
/// </summary>
internal static class RequireSecondFactor
{
    public static async Task<RoleView> Run(RequireSecondFactorInput input, CrmDb db, Caller caller, RoleCatalog catalog, TimeProvider clock, CancellationToken ct)
    {
        var role = (await ListRoles.Run(catalog, db, ct)).FirstOrDefault(r => r.Key == input.Role) ?? throw new InvalidInput("role", "There is no such role.");
        RoleRules.RequireAtLeast(caller, role.Grants);
        var setting = await db.RoleSettings.FirstOrDefaultAsync(s => s.Role == role.Key, ct);
        if (setting is null)
        {
            setting = RoleSetting.Of(role.Key, clock.Now());
            db.Add(setting);
        }

        setting.RequireSecondFactor(input.Required);
        db.Log(new SecurityNews(SecurityEvents.FactorRequired, RoleId.TypeName, role.Stored?.Id.Value, role.Name, input.Required ? "required" : "not required"));
        await db.SaveChangesAsync(ct);
        return role with { RequiresSecondFactor = input.Required };
    }
}
