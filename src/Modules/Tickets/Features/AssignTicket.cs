using ServiceCrm.Access.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record AssignTicketInput(TicketId TicketId, Optional<UserId?> AssigneeId = default, Optional<TeamId?> TeamId = default, long? ExpectedVersion = null);

internal static class AssignTicket
{
    public static async Task<Ticket> Run(AssignTicketInput input, CrmDb db, IAccess access, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var ticket = await db.Get(input.TicketId, TicketPermissions.Assign, ct);
        ticket.Expect(input.ExpectedVersion);
        await Assignment.Check(access, db.Caller, input.AssigneeId.Value, input.TeamId.Value, ct);
        if (input.AssigneeId.IsSet)
        {
            ticket.Assign(input.AssigneeId.Value, now);
        }

        if (input.TeamId.IsSet)
        {
            ticket.MoveTo(input.TeamId.Value, now);
        }

        await db.SaveChangesAsync(ct);
        return ticket;
    }
}
