using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record CloseMyTicketInput(TicketId TicketId);

/// <summary>The customer says that it is settled. It stays open to second thoughts like anything solved, until it is closed for good.</summary>
internal static class CloseMyTicket
{
    public static async Task<MyTicketPayload> Run(CloseMyTicketInput input, CrmDb db, PortalThrottle throttle, TimeProvider clock, CancellationToken ct)
    {
        throttle.Check();
        var ticket = await db.Tickets.FirstOrDefaultAsync(t => t.Id == input.TicketId, ct).OrNotFound("This request");
        ticket.Solve(by: null, clock.Now());
        await db.SaveChangesAsync(ct);
        return new MyTicketPayload(ticket);
    }
}
