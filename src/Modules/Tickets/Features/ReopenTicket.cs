using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record ReopenTicketInput(TicketId TicketId, long? ExpectedVersion = null);

internal static class ReopenTicket
{
    public static async Task<Ticket> Run(ReopenTicketInput input, CrmDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var ticket = await db.Get(input.TicketId, TicketPermissions.Solve, ct);
        ticket.Expect(input.ExpectedVersion);
        ticket.Reopen(caller.User, clock.Now());
        await db.SaveChangesAsync(ct);
        return ticket;
    }
}
