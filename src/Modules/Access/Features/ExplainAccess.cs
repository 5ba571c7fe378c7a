using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Access.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>One permission, whether it reaches the thing, and where the person has it from.</summary>
internal sealed record ExplainedPermission(Permission Permission, bool Allowed, PermissionScope Scope, IReadOnlyList<string> Roles, AccessWhy Why);

/// <summary>What one person may do with one thing, and why.</summary>
internal sealed record AccessExplanation(UserId UserId, bool Active, IReadOnlyList<TeamId> Teams, IReadOnlyList<ExplainedPermission> Permissions);

/// <summary>
/// Says why somebody can or cannot see or do a thing, by the same code that decides it. Who asks must see the thing:
/// the answer would otherwise tell of it.
/// </summary>
internal static class ExplainAccess
{
    public static async Task<AccessExplanation> Run(UserId userId, AnyId nodeId, CrmDb db, RoleCatalog catalog, IServiceProvider services, TimeProvider clock, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == userId, ct).OrNotFound("This person");
        var who = Caller.Staff(await Rights(user, services, catalog, clock, ct));
        var reasons = await Reasons(nodeId, who, services, ct) ?? throw new NotFound("This thing");
        var roles = await ListRoles.Run(catalog, db, ct);
        return new AccessExplanation(user.Id, user.Active, who.Teams, [.. reasons.Select(r => Explained(r, user, who, roles))]);
    }

    private static ExplainedPermission Explained(AccessReason reason, User user, Caller who, IReadOnlyList<RoleView> roles) => new(
        reason.Permission,
        user.Active && reason.Why.Allows(),
        who.ScopeOf(reason.Permission),
        [.. roles.Where(r => user.Roles.Contains(r.Key, StringComparer.Ordinal) && r.Grants.ContainsKey(reason.Permission.Name)).Select(r => r.Name)],
        reason.Why);

    // All teams and desks count, also those that whoever asks may not see into.
    private static async Task<StaffRights> Rights(User user, IServiceProvider services, RoleCatalog catalog, TimeProvider clock, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        return await RightsReader.Of(user, scope.ServiceProvider.GetRequiredService<CrmDb>(), catalog, clock.Now(), ct);
    }

    private static async Task<IReadOnlyList<AccessReason>?> Reasons(AnyId nodeId, Caller who, IServiceProvider services, CancellationToken ct)
    {
        foreach (var explains in services.GetServices<IExplainsAccess>())
        {
            if (nodeId.TryDecode(explains.TypeName, out var id))
            {
                return await explains.Explain(id, who, ct);
            }
        }

        throw new InvalidInput("nodeId", "Access can be explained for tickets and customers.");
    }
}
