using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record UpdateRoleInput(
    RoleId RoleId, string? Name = null, Optional<string?> Description = default, Optional<string?> BasedOn = default, IReadOnlyList<RoleGrantInput>? Grants = null, long? ExpectedVersion = null);

/// <summary>Changes a role of the installation; who has it has the new rights with the next request.</summary>
internal static class UpdateRole
{
    public static async Task<RoleView> Run(UpdateRoleInput input, CrmDb db, Caller caller, RoleCatalog catalog, CancellationToken ct)
    {
        var role = await db.CustomRoles.FirstOrDefaultAsync(r => r.Id == input.RoleId, ct).OrNotFound("This role");
        role.Expect(input.ExpectedVersion);
        RoleRules.RequireAtLeast(caller, catalog.Of(role));
        role.Describe(input.Name ?? role.Name, input.Description.IsSet ? input.Description.Value : role.Description);
        await RoleRules.CheckName(db, role, ct);
        if (input.BasedOn.IsSet)
        {
            role.StartFrom(input.BasedOn.Value);
        }

        if (input.Grants is { } grants)
        {
            RoleRules.SetGrants(role, grants, catalog);
        }

        RoleRules.RequireAtLeast(caller, catalog.Of(role));
        db.Log(RoleRules.News(role, "changed"));
        await db.SaveChangesAsync(ct);
        return await ListRoles.One(role, catalog, db, ct);
    }
}
