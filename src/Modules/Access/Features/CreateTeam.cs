using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record CreateTeamInput(string Name, IReadOnlyList<UserId>? MemberIds = null);

internal static class CreateTeam
{
    public static async Task<Team> Run(CreateTeamInput input, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        await TeamRules.Check(db, null, input.Name, input.MemberIds, ct);
        var team = Team.Create(input.Name, input.MemberIds ?? [], clock.Now());
        db.Add(team);
        await db.SaveChangesAsync(ct);
        return team;
    }
}
