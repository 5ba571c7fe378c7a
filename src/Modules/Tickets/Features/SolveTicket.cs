using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record SolveTicketInput(TicketId TicketId, string? Note = null, long? ExpectedVersion = null);

internal static class SolveTicket
{
    public static async Task<Ticket> Run(SolveTicketInput input, CrmDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var ticket = await db.Get(input.TicketId, TicketPermissions.Solve, ct);
        ticket.Expect(input.ExpectedVersion);
        if (!string.IsNullOrWhiteSpace(input.Note))
        {
            db.Add(ticket.AddNote(Author.Agent(caller.UserId, caller.Name), input.Note, now));
        }

        ticket.Solve(caller.User, now);
        await db.SaveChangesAsync(ct);
        return ticket;
    }
}
