using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record AddCustomerNoteInput(CustomerId CustomerId, string Body);

internal static class AddCustomerNote
{
    public static async Task<CustomerNote> Run(AddCustomerNoteInput input, CrmDb db, Caller caller, ICustomers customers, TimeProvider clock, CancellationToken ct)
    {
        var check = new InputCheck();
        var body = check.Required("body", input.Body, CustomerLimits.Note);
        check.ThrowIfAny();
        var customer = await db.Customers.AsSingleQuery().AsNoTracking().FirstOrDefaultAsync(c => c.Id == input.CustomerId, ct).OrNotFound("The customer");
        caller.Require(CustomerPermissions.WriteNotes, customer);
        var now = clock.Now();
        var note = new CustomerNote(input.CustomerId, body, caller.User, now);
        db.Add(note);
        customers.AddToTimeline(note.CustomerId, new TimelineNews(TimelineKind.NoteAdded, FirstLine(body), body, now, caller.User, CustomerNoteId.TypeName, note.Id.Value, IsContact: false));
        await db.SaveChangesAsync(ct);
        return note;
    }

    private static string FirstLine(string body) => body.Split('\n', 2)[0].Trim();
}
