using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed class AccessFacade(CrmDb db, Sessions sessions, CallerDirectory directory) : IAccess
{
    public async Task<IReadOnlyDictionary<UserId, Person>> People(IReadOnlyCollection<UserId> ids, CancellationToken ct) =>
        await db.Users.IgnoreQueryFilters([AccessTables.Visible]).AsNoTracking().Where(u => ids.Contains(u.Id))
            .Select(u => new Person(u.Id, u.Name, u.Email, u.Language, u.TimeZone, u.Active)).ToDictionaryAsync(p => p.Id, ct);

    public async Task<IReadOnlyDictionary<TeamId, TeamName>> Teams(IReadOnlyCollection<TeamId> ids, CancellationToken ct) =>
        await db.Teams.IgnoreQueryFilters([AccessTables.Visible]).AsNoTracking().Where(t => ids.Contains(t.Id))
            .Select(t => new TeamName(t.Id, t.Name)).ToDictionaryAsync(t => t.Id, ct);

    public Task<bool> IsActive(UserId user, CancellationToken ct) =>
        db.Users.IgnoreQueryFilters([AccessTables.Visible]).AnyAsync(u => u.Id == user && u.Active, ct);

    public Task<Caller?> CallerOf(ClaimsPrincipal session, CancellationToken ct) => sessions.CallerOf(session, ct);

    public async Task<Caller?> CallerOf(UserId user, CancellationToken ct) => (await directory.Find(user, ct))?.Caller;

    public Task<IReadOnlyDictionary<UserId, Availability>> Availability(IReadOnlyCollection<UserId> ids, DateTimeOffset at, CancellationToken ct) => WhoIsThere.At(ids, at, db, ct);
}
