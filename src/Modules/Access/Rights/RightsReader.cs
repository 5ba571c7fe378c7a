using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>
/// Works out what a member of staff may see and do from roles, teams and desks as they are stored now. The context must
/// be one that sees everything.
/// </summary>
internal static class RightsReader
{
    public static async Task<StaffRights> Of(User user, CrmDb db, RoleCatalog catalog, DateTimeOffset now, CancellationToken ct)
    {
        var roles = await Roles(user, db, catalog, ct);
        var all = await db.Teams.AsNoTracking().ToListAsync(ct);
        var memberOf = await db.TeamMembers.Where(m => m.UserId == user.Id).Select(m => m.TeamId).ToListAsync(ct);
        var teams = WithSubTeams(memberOf, all);
        var opened = await db.BreakGlasses.Where(b => b.UserId == user.Id && b.EndsAt > now).Select(b => b.TeamId).ToListAsync(ct);
        var colleagues = await db.TeamMembers.Where(m => teams.Contains(m.TeamId)).Select(m => m.UserId).Distinct().ToListAsync(ct);
        return new StaffRights(user.Id, user.Name, RoleCatalog.Sum(roles), teams, Desks(user, memberOf, teams, opened, all))
        {
            Roles = user.Roles,
            Colleagues = [.. colleagues.Append(user.Id).Distinct()],
        };
    }

    /// <summary>What each of the person's roles has.</summary>
    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, PermissionScope>>> Roles(User user, CrmDb db, RoleCatalog catalog, CancellationToken ct)
    {
        var own = user.Roles.Select(r => Guid.TryParseExact(r, "N", out var id) ? new RoleId(id) : default).Where(id => id != default).ToList();
        var custom = own.Count == 0 ? [] : await db.CustomRoles.AsNoTracking().Where(r => own.Contains(r.Id)).ToListAsync(ct);
        return [.. user.Roles.Select(catalog.BuiltIn), .. custom.Select(catalog.Of)];
    }

    /// <summary>The teams and everything below them; what is confidential below is left out.</summary>
    public static IReadOnlyList<TeamId> WithSubTeams(IReadOnlyList<TeamId> teams, IReadOnlyList<Team> all)
    {
        var below = all.Where(t => t.ParentId is not null && !t.Confidential).ToLookup(t => t.ParentId!.Value, t => t.Id);
        var found = new HashSet<TeamId>(teams);
        var open = new Queue<TeamId>(teams);
        while (open.TryDequeue(out var team))
        {
            foreach (var sub in below[team].Where(found.Add))
            {
                open.Enqueue(sub);
            }
        }

        return [.. found];
    }

    private static DeskRights Desks(User user, IReadOnlyList<TeamId> memberOf, IReadOnlyList<TeamId> teams, IReadOnlyList<TeamId> opened, IReadOnlyList<Team> all)
    {
        var rights = teams.ToDictionary(t => t, _ => DeskRight.Full);
        foreach (var team in all)
        {
            var granted = team.ReadDeskGrants().Where(g => Concerns(g, user, memberOf)).Aggregate(DeskRight.None, (sum, g) => sum | g.Right);
            if (opened.Contains(team.Id))
            {
                granted |= DeskRight.Read;
            }

            if (granted != DeskRight.None)
            {
                rights[team.Id] = rights.GetValueOrDefault(team.Id) | granted;
            }
        }

        return new DeskRights(rights, all.Where(t => t.Confidential).Select(t => t.Id).ToHashSet());
    }

    private static bool Concerns(DeskGrant grant, User user, IReadOnlyList<TeamId> memberOf) => grant.Kind switch
    {
        DeskGrantee.Role => user.Roles.Contains(grant.Grantee, StringComparer.Ordinal),
        DeskGrantee.Team => memberOf.Any(t => t.Value.ToString() == grant.Grantee),
        _ => user.Id.Value.ToString() == grant.Grantee,
    };
}
