using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record ReplyToMyTicketInput(TicketId TicketId, string Text, IReadOnlyList<FileId>? FileIds = null);

internal static class ReplyToMyTicket
{
    public static async Task<MyTicketPayload> Run(ReplyToMyTicketInput input, CrmDb db, PortalThrottle throttle, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        throttle.Check();
        var check = new InputCheck();
        PortalFiles.Check(check, input.FileIds);
        check.ThrowIfAny();
        var ticket = await db.Tickets.FirstOrDefaultAsync(t => t.Id == input.TicketId, ct).OrNotFound("This request");
        var message = ticket.AddCustomerMessage(ticket.CustomerName, input.Text, TicketChannel.Portal, clock.Now());
        db.Add(message);
        await Attachments.Claim(db, input.FileIds, message, caller, ct);
        await db.SaveChangesAsync(ct);
        return new MyTicketPayload(ticket);
    }
}
