using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets;

/// <summary>The open work of somebody here are the unsolved tickets assigned to them.</summary>
internal sealed class TicketsHoldWork(CrmDb db, IAccess access) : IHoldsWork
{
    public async Task<IReadOnlyList<OpenWork>> Count(UserId user, CancellationToken ct) => [new OpenWork("tickets.assigned", await Open(user).CountAsync(ct))];

    public async Task<int> HandOver(UserId from, WorkGoesTo to, int most, DateTimeOffset at, CancellationToken ct)
    {
        var tickets = await Open(from).OrderBy(t => t.Id).Take(most).ToListAsync(ct);
        if (tickets.Count == 0)
        {
            return 0;
        }

        var leaver = (await access.People([from], ct)).GetValueOrDefault(from)?.Name;
        foreach (var ticket in tickets)
        {
            if (to.Team is { } team)
            {
                ticket.MoveTo(team, at);
            }

            ticket.RouteTo(await Routing.Reachable(to.User, ticket, access, ct), SafeText.Cut($"{leaver} has left", Ticket.LongestReason), at);
        }

        return tickets.Count;
    }

    private IQueryable<Ticket> Open(UserId user) =>
        db.Tickets.IgnoreQueryFilters([TicketsTables.Visible]).Where(t => t.AssigneeId == user && t.Status != TicketStatus.Solved && t.Status != TicketStatus.Closed);
}
