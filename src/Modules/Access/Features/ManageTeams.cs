using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
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

internal static class TeamRules
{
    public static async Task Check(CrmDb db, TeamId? self, string name, IReadOnlyList<UserId>? members, CancellationToken ct)
    {
        var key = SearchKey.Of(name);
        var taken = await db.Teams.Where(t => t.NameKey == key).Select(t => t.Id).ToListAsync(ct);
        if (taken.Any(t => t != self))
        {
            throw new InvalidInput("name", "There is a team of this name already.");
        }

        if (members is { Count: > 0 } && await db.Users.CountAsync(u => members.Contains(u.Id), ct) != members.Distinct().Count())
        {
            throw new InvalidInput("memberIds", "One of the people does not exist.");
        }
    }
}
