using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Works out who is there at a moment and who stands in for whom.</summary>
internal static class WhoIsThere
{
    public static async Task<IReadOnlyDictionary<UserId, Availability>> At(IReadOnlyCollection<UserId> ids, DateTimeOffset at, CrmDb db, CancellationToken ct)
    {
        // Few are away at any one moment; all of them, because substitutes can be away themselves.
        var absences = await db.Absences.IgnoreQueryFilters([AccessTables.Visible]).AsNoTracking().Where(a => a.From <= at && a.Until > at).ToListAsync(ct);
        var away = absences.GroupBy(a => a.UserId).ToDictionary(g => g.Key, g => g.MaxBy(a => a.Until)!);
        var named = absences.Select(a => a.SubstituteId).OfType<UserId>().Concat(ids).Distinct().ToList();
        var people = await db.Users.IgnoreQueryFilters([AccessTables.Visible]).AsNoTracking().Where(u => named.Contains(u.Id))
            .Select(u => new { u.Id, u.Active, u.TimeZone, u.WorkingHoursText }).ToDictionaryAsync(u => u.Id, ct);
        return ids.Distinct().Where(people.ContainsKey).ToDictionary(id => id, id => new Availability(
            id, people[id].Active, away.GetValueOrDefault(id)?.Until, SubstituteOf(id, away, s => people.TryGetValue(s, out var p) && p.Active),
            WorkingHours.Cover(people[id].WorkingHoursText, TimeZoneInfo.ConvertTime(at, TimeZoneInfo.FindSystemTimeZoneById(people[id].TimeZone)))));
    }

    /// <summary>Follows substitutes until one is there; nobody when one is not active, or when they go round in a circle.</summary>
    public static UserId? SubstituteOf(UserId absent, IReadOnlyDictionary<UserId, Absence> away, Func<UserId, bool> isActive)
    {
        var passed = new HashSet<UserId>();
        var current = absent;
        while (away.TryGetValue(current, out var absence))
        {
            if (!passed.Add(current) || absence.SubstituteId is not { } next || !isActive(next))
            {
                return null;
            }

            current = next;
        }

        return current == absent ? null : current;
    }
}
