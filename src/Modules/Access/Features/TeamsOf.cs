using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Puts a person into exactly the given teams.</summary>
internal static class TeamsOf
{
    public static async Task Set(CrmDb db, Caller caller, UserId user, IReadOnlyList<TeamId> wanted, CancellationToken ct)
    {
        var teams = await db.Teams.Include(t => t.Members).Where(t => wanted.Contains(t.Id) || t.Members.Any(m => m.UserId == user)).ToListAsync(ct);
        if (wanted.FirstOrDefault(w => teams.All(t => t.Id != w)) is { Value: var missing } && missing != Guid.Empty)
        {
            throw new InvalidInput("teamIds", "One of the teams does not exist.");
        }

        foreach (var team in teams)
        {
            var isMember = team.Members.Any(m => m.UserId == user);
            if (team.Confidential && team.Members.Count > 0 && isMember != wanted.Contains(team.Id))
            {
                UpdateTeam.RequireMember(caller, team);
            }

            var members = team.Members.Select(m => m.UserId).Where(m => m != user);
            if (isMember != wanted.Contains(team.Id))
            {
                db.Log(TeamRules.News(team, isMember ? "a member left" : "a member came"));
            }

            team.SetMembers(wanted.Contains(team.Id) ? members.Append(user).ToList() : members.ToList());
        }
    }
}
