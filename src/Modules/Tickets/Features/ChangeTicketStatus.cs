using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record ChangeTicketStatusInput(TicketId TicketId, TicketStatus Status, long? ExpectedVersion = null);

internal static class ChangeTicketStatus
{
    public static async Task<Ticket> Run(ChangeTicketStatusInput input, CrmDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var ticket = await db.Get(input.TicketId, TicketPermissions.Solve, ct);
        ticket.Expect(input.ExpectedVersion);
        ticket.ChangeStatus(input.Status, caller.User, clock.Now());
        await db.SaveChangesAsync(ct);
        return ticket;
    }
}
