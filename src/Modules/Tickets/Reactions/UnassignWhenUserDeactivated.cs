using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets;

/// <summary>The unsolved tickets of somebody who has left go back to their team's queue, so that none is forgotten.</summary>
internal static class UnassignWhenUserDeactivated
{
    public static async Task Run(UserDeactivated news, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var left = await db.Tickets.Where(t => t.AssigneeId == news.UserId && t.Status != TicketStatus.Solved && t.Status != TicketStatus.Closed).ToListAsync(ct);
        foreach (var ticket in left)
        {
            ticket.Assign(null, now);
        }

        await db.SaveChangesAsync(ct);
    }
}
