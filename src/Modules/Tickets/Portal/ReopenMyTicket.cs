using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record ReopenMyTicketInput(TicketId TicketId);

internal static class ReopenMyTicket
{
    public static async Task<MyTicketPayload> Run(ReopenMyTicketInput input, CrmDb db, PortalThrottle throttle, TimeProvider clock, CancellationToken ct)
    {
        throttle.Check();
        var ticket = await db.Tickets.FirstOrDefaultAsync(t => t.Id == input.TicketId, ct).OrNotFound("This request");
        ticket.Reopen(by: null, clock.Now());
        await db.SaveChangesAsync(ct);
        return new MyTicketPayload(ticket);
    }
}
