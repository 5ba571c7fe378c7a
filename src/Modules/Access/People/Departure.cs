using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Everything in Access by which somebody who goes could still act or be reached. Changed with the next save.</summary>
internal static class Departure
{
    /// <summary>Whoever removes the person need not be in the confidential teams which it leaves: leaving opens nothing.</summary>
    public static async Task LeaveTeams(UserId user, CrmDb db, CancellationToken ct)
    {
        foreach (var team in await db.Teams.Include(t => t.Members).ToListAsync(ct))
        {
            if (team.Members.Any(m => m.UserId == user))
            {
                team.SetMembers(team.Members.Select(m => m.UserId).Where(m => m != user).ToList());
                db.Log(TeamRules.News(team, "a member left"));
            }

            if (team.ReadDeskGrants() is var grants && grants.Any(g => IsOf(g, user)))
            {
                team.GrantDesk(grants.Where(g => !IsOf(g, user)));
                db.Log(TeamRules.News(team, "a grant ended"));
            }
        }
    }

    public static async Task TakeEverything(UserId user, CrmDb db, DateTimeOffset now, CancellationToken ct)
    {
        await LeaveTeams(user, db, ct);
        db.RemoveRange(await db.Authenticators.IgnoreQueryFilters([AccessTables.Visible]).Where(a => a.UserId == user).ToListAsync(ct));
        db.RemoveRange(await db.Passkeys.IgnoreQueryFilters([AccessTables.Visible]).Where(p => p.UserId == user).ToListAsync(ct));
        await RecoveryCodes.Void(user, db, ct);
        db.RemoveRange(await db.Absences.Where(a => a.UserId == user).ToListAsync(ct));
        var tokens = await db.AccessTokens.IgnoreQueryFilters([AccessTables.Visible]).Where(t => t.UserId == user && t.RevokedAt == null).ToListAsync(ct);
        tokens.ForEach(t => t.Revoke(now));
    }

    public static bool IsOf(DeskGrant grant, UserId user) => grant.Kind == DeskGrantee.User && grant.Grantee == user.Value.ToString();
}
