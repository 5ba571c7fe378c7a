using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record UpdateTeamInput(
    TeamId TeamId,
    string? Name = null,
    IReadOnlyList<UserId>? MemberIds = null,
    long? ExpectedVersion = null,
    Optional<TeamId?> ParentId = default,
    bool? Confidential = null,
    IReadOnlyList<DeskGrantInput>? DeskGrants = null);

/// <summary>
/// Changes a team. A confidential desk is opened to others only by its own members: otherwise whoever manages teams
/// could read it without leaving a reason.
/// </summary>
internal static class UpdateTeam
{
    public static async Task<Team> Run(UpdateTeamInput input, CrmDb db, Caller caller, RoleCatalog catalog, CancellationToken ct)
    {
        var team = await db.Teams.Include(t => t.Members).FirstOrDefaultAsync(t => t.Id == input.TeamId, ct).OrNotFound("This team");
        team.Expect(input.ExpectedVersion);
        if (team.Confidential && team.Members.Count > 0 && (input.MemberIds is not null || input.Confidential == false || input.DeskGrants is not null))
        {
            RequireMember(caller, team);
        }

        if (input.Name is { } name)
        {
            await TeamRules.CheckName(db, team.Id, name, ct);
            team.Rename(name);
        }

        if (input.MemberIds is { } members)
        {
            await TeamRules.CheckMembers(db, members, ct);
            team.SetMembers(members);
        }

        if (input.ParentId.IsSet)
        {
            await TeamRules.CheckParent(db, team.Id, input.ParentId.Value, ct);
            team.MoveBelow(input.ParentId.Value);
        }

        team.KeepConfidential(input.Confidential ?? team.Confidential);
        if (input.DeskGrants is { } grants)
        {
            team.GrantDesk(await TeamRules.Read(db, catalog, grants, ct));
        }

        db.Log(TeamRules.News(team, "changed"));
        await db.SaveChangesAsync(ct);
        return team;
    }

    /// <exception cref="NotAllowed">when the caller is no member of the confidential team</exception>
    public static void RequireMember(Caller caller, Team team)
    {
        if (team.Members.All(m => m.UserId != caller.User))
        {
            throw new NotAllowed("This desk is confidential: only its members can change who gets at it.");
        }
    }
}
