using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

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
