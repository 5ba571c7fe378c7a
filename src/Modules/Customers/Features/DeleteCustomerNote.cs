using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

internal sealed record DeleteCustomerNoteInput(CustomerNoteId NoteId);

internal static class DeleteCustomerNote
{
    public static async Task<Customer> Run(DeleteCustomerNoteInput input, CrmDb db, CancellationToken ct)
    {
        var note = await db.CustomerNotes.FirstOrDefaultAsync(n => n.Id == input.NoteId, ct).OrNotFound("The note");
        var customer = await db.Customers.AsSingleQuery().FirstOrDefaultAsync(c => c.Id == note.CustomerId, ct).OrNotFound("The customer");
        db.Caller.Require(CustomerPermissions.WriteNotes, customer);
        await db.InTransaction(
            async () =>
            {
                // The timeline quotes the note, so its line goes with it.
                await db.Timeline.Where(t => t.CustomerId == note.CustomerId && t.SubjectType == CustomerNoteId.TypeName && t.SubjectId == note.Id.Value).ExecuteDeleteAsync(ct);
                db.Remove(note);
                await db.SaveChangesAsync(ct);
            },
            ct);
        return customer;
    }
}
