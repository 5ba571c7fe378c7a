using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record UpdateTeamInput(TeamId TeamId, string? Name = null, IReadOnlyList<UserId>? MemberIds = null, long? ExpectedVersion = null);

internal static class UpdateTeam
{
    public static async Task<Team> Run(UpdateTeamInput input, CrmDb db, CancellationToken ct)
    {
        var team = await db.Teams.Include(t => t.Members).FirstOrDefaultAsync(t => t.Id == input.TeamId, ct).OrNotFound("This team");
        team.Expect(input.ExpectedVersion);
        await TeamRules.Check(db, team.Id, input.Name ?? team.Name, input.MemberIds, ct);
        if (input.Name is { } name)
        {
            team.Rename(name);
        }

        if (input.MemberIds is { } members)
        {
            team.SetMembers(members);
        }

        await db.SaveChangesAsync(ct);
        return team;
    }
}
