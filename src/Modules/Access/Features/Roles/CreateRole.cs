using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record CreateRoleInput(string Name, string? Description = null, string? BasedOn = null, IReadOnlyList<RoleGrantInput>? Grants = null);

/// <summary>Makes a role; without grants it has what the built-in role has.</summary>
internal static class CreateRole
{
    public static async Task<RoleView> Run(CreateRoleInput input, CrmDb db, Caller caller, RoleCatalog catalog, TimeProvider clock, CancellationToken ct)
    {
        var role = Role.Create(input.Name, input.Description, input.BasedOn, clock.Now());
        await RoleRules.CheckName(db, role, ct);
        if (input.Grants is { } grants)
        {
            RoleRules.SetGrants(role, grants, catalog);
        }

        RoleRules.RequireAtLeast(caller, catalog.Of(role));
        db.Add(role);
        db.Log(RoleRules.News(role, "created"));
        await db.SaveChangesAsync(ct);
        return await ListRoles.One(role, catalog, db, ct);
    }
}
