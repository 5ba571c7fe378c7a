using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>What ends with somebody in Access itself: tokens, rights at desks, standing in for others.</summary>
internal sealed class AccountsHoldWork(CrmDb db, TimeProvider clock) : IHoldsWork
{
    public async Task<IReadOnlyList<OpenWork>> Count(UserId user, CancellationToken ct)
    {
        var now = clock.Now();
        var tokens = await db.AccessTokens.IgnoreQueryFilters([AccessTables.Visible]).CountAsync(t => t.UserId == user && t.RevokedAt == null && (t.ExpiresAt == null || t.ExpiresAt > now), ct);
        var teams = await db.Teams.AsNoTracking().ToListAsync(ct);
        var standsIn = await db.Absences.CountAsync(a => a.SubstituteId == user && a.Until > now, ct);
        return
        [
            new OpenWork("access.tokens", tokens),
            new OpenWork("access.deskGrants", teams.Count(t => t.ReadDeskGrants().Any(g => Departure.IsOf(g, user)))),
            new OpenWork("access.substitute", standsIn),
        ];
    }

    /// <summary>Tokens and rights ended with the removal; only standing in for others is handed over.</summary>
    public async Task<int> HandOver(UserId from, WorkGoesTo to, int most, DateTimeOffset at, CancellationToken ct)
    {
        var absences = await db.Absences.Where(a => a.SubstituteId == from && a.Until > at).OrderBy(a => a.Id).Take(most).ToListAsync(ct);
        absences.ForEach(a => a.StandIn(to.User == a.UserId ? null : to.User));
        return absences.Count;
    }
}
