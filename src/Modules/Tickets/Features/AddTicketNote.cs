using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record AddTicketNoteInput(TicketId TicketId, string Body, IReadOnlyList<FileId>? FileIds = null);

internal sealed record AddTicketNotePayload(Ticket? Ticket, Message? Message);

internal static class AddTicketNote
{
    public static async Task<AddTicketNotePayload> Run(AddTicketNoteInput input, CrmDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var ticket = await db.Get(input.TicketId, TicketPermissions.Note, ct);
        var note = ticket.AddNote(Author.Agent(caller.UserId, caller.Name), input.Body, clock.Now());
        db.Add(note);
        await Attachments.Claim(db, input.FileIds, note, caller, ct);
        await db.SaveChangesAsync(ct);
        return new AddTicketNotePayload(ticket, note);
    }
}
