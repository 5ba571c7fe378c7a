using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record DeleteRoleInput(RoleId RoleId);

internal sealed record DeleteRolePayload(bool? Deleted);

/// <summary>Deletes a role that nobody has, active or not: a person must never be left without one.</summary>
internal static class DeleteRole
{
    public static async Task<DeleteRolePayload> Run(DeleteRoleInput input, CrmDb db, Caller caller, RoleCatalog catalog, CancellationToken ct)
    {
        var role = await db.CustomRoles.FirstOrDefaultAsync(r => r.Id == input.RoleId, ct).OrNotFound("This role");
        RoleRules.RequireAtLeast(caller, catalog.Of(role));
        var key = role.Key;
        var holders = await db.Users.CountAsync(u => u.Roles.Contains(key), ct);
        if (holders > 0)
        {
            throw new RuleBroken("ROLE_IN_USE", $"{holders} people have this role; give them another one first.");
        }

        db.Remove(role);
        db.RemoveRange(await db.RoleSettings.Where(s => s.Role == key).ToListAsync(ct));
        db.Log(RoleRules.News(role, "deleted"));
        await db.SaveChangesAsync(ct);
        return new DeleteRolePayload(true);
    }
}
