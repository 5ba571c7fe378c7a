using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>What everybody of one role or team, or one person, may do at a desk; exactly one of the three is named.</summary>
internal sealed record DeskGrantInput(IReadOnlyList<DeskRight> Rights, string? Role = null, TeamId? TeamId = null, UserId? UserId = null);

internal static class TeamRules
{
    /// <summary>What the security log tells of a team: who is in it and who else gets at its desk.</summary>
    public static SecurityNews News(Team team, string what) => new(
        SecurityEvents.TeamChanged, TeamId.TypeName, team.Id.Value, team.Name,
        $"{what}; {team.MemberIds.Count} members; {(team.Confidential ? "confidential" : "open")}; {(team.DeskGrants.Count == 0 ? "no grants" : string.Join("; ", team.DeskGrants))}");

    public static async Task CheckName(CrmDb db, TeamId? self, string name, CancellationToken ct)
    {
        var key = SearchKey.Of(name);
        var taken = await db.Teams.Where(t => t.NameKey == key).Select(t => t.Id).ToListAsync(ct);
        if (taken.Any(t => t != self))
        {
            throw new InvalidInput("name", "There is a team of this name already.");
        }
    }

    public static async Task CheckMembers(CrmDb db, IReadOnlyList<UserId> members, CancellationToken ct)
    {
        if (await db.Users.CountAsync(u => members.Contains(u.Id), ct) != members.Distinct().Count())
        {
            throw new InvalidInput("memberIds", "One of the people does not exist.");
        }
    }

    /// <summary>The team above must exist and must not be the team itself or one below it.</summary>
    public static async Task CheckParent(CrmDb db, TeamId self, TeamId? parent, CancellationToken ct)
    {
        var above = await db.Teams.AsNoTracking().ToDictionaryAsync(t => t.Id, t => t.ParentId, ct);
        for (var team = parent; team is { } id; team = above[id])
        {
            if (!above.ContainsKey(id))
            {
                throw new InvalidInput("parentId", "This team does not exist.");
            }

            if (id == self)
            {
                throw new InvalidInput("parentId", "A team cannot be a part of itself.");
            }
        }
    }

    public static async Task<IReadOnlyList<DeskGrant>> Read(CrmDb db, RoleCatalog catalog, IReadOnlyList<DeskGrantInput> grants, CancellationToken ct)
    {
        var roles = (await ListRoles.Run(catalog, db, ct)).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        var teams = await db.Teams.Select(t => t.Id).ToListAsync(ct);
        var named = grants.Select(g => g.UserId).OfType<UserId>().ToList();
        var people = await db.Users.Where(u => named.Contains(u.Id)).Select(u => u.Id).ToListAsync(ct);
        var check = new InputCheck();
        var found = grants.Select((grant, i) => Read(grant, $"deskGrants.{i}", check, roles, teams, people)).ToList();
        check.ThrowIfAny();
        return [.. found.OfType<DeskGrant>()];
    }

    private static DeskGrant? Read(DeskGrantInput input, string path, InputCheck check, HashSet<string> roles, List<TeamId> teams, List<UserId> people)
    {
        Known(input.Role is not { } role || roles.Contains(role), "role", "role");
        Known(input.TeamId is not { } team || teams.Contains(team), "teamId", "team");
        Known(input.UserId is not { } user || people.Contains(user), "userId", "person");
        var right = input.Rights.Aggregate(DeskRight.None, (sum, r) => sum | r);
        switch (input)
        {
            case { Role: { } key, TeamId: null, UserId: null }:
                return new DeskGrant(DeskGrantee.Role, key, right);
            case { Role: null, TeamId: { } id, UserId: null }:
                return new DeskGrant(DeskGrantee.Team, id.Value.ToString(), right);
            case { Role: null, TeamId: null, UserId: { } id }:
                return new DeskGrant(DeskGrantee.User, id.Value.ToString(), right);
            default:
                check.Add(path, "Name one role, one team or one person.");
                return null;
        }

        void Known(bool known, string field, string what)
        {
            if (!known)
            {
                check.Add($"{path}.{field}", $"This {what} does not exist.");
            }
        }
    }
}
