using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record FollowTicketInput(TicketId TicketId, bool Follow = true);

internal static class FollowTicket
{
    public static async Task<Ticket> Run(FollowTicketInput input, CrmDb db, Caller caller, CancellationToken ct)
    {
        var ticket = await db.Get(input.TicketId, TicketPermissions.Read, ct);
        ticket.Follow(caller.UserId, input.Follow);
        await db.SaveChangesAsync(ct);
        return ticket;
    }
}
