using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record ReplyToTicketInput(TicketId TicketId, string Body, IReadOnlyList<FileId>? FileIds = null, TicketStatus? ThenStatus = null, long? ExpectedVersion = null);

internal sealed record ReplyToTicketPayload(Ticket? Ticket, Message? Message);

/// <summary>Answers the customer, and moves the ticket on in the same step when asked to.</summary>
internal static class ReplyToTicket
{
    public static async Task<ReplyToTicketPayload> Run(ReplyToTicketInput input, CrmDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var ticket = await db.Get(input.TicketId, TicketPermissions.Reply, ct);
        ticket.Expect(input.ExpectedVersion);
        var message = ticket.Reply(Author.Agent(caller.UserId, caller.Name), input.Body, TicketChannel.Console, now);
        if (input.ThenStatus is { } status)
        {
            caller.Require(TicketPermissions.Solve, ticket);
            ticket.ChangeStatus(status, caller.UserId, now);
        }

        db.Add(message);
        await Attachments.Claim(db, input.FileIds, message, caller, ct);
        await db.SaveChangesAsync(ct);
        return new ReplyToTicketPayload(ticket, message);
    }
}
