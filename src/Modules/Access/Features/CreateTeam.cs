using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record CreateTeamInput(
    string Name, IReadOnlyList<UserId>? MemberIds = null, TeamId? ParentId = null, bool Confidential = false, IReadOnlyList<DeskGrantInput>? DeskGrants = null);

internal static class CreateTeam
{
    public static async Task<Team> Run(CreateTeamInput input, CrmDb db, RoleCatalog catalog, TimeProvider clock, CancellationToken ct)
    {
        await TeamRules.CheckName(db, null, input.Name, ct);
        await TeamRules.CheckMembers(db, input.MemberIds ?? [], ct);
        var team = Team.Create(input.Name, input.MemberIds ?? [], clock.Now());
        await TeamRules.CheckParent(db, team.Id, input.ParentId, ct);
        team.MoveBelow(input.ParentId);
        team.KeepConfidential(input.Confidential);
        team.GrantDesk(await TeamRules.Read(db, catalog, input.DeskGrants ?? [], ct));
        db.Add(team);
        db.Log(TeamRules.News(team, "created"));
        await db.SaveChangesAsync(ct);
        return team;
    }
}
