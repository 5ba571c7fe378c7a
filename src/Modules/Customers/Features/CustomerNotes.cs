using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
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
        if (!await db.Customers.AnyAsync(c => c.Id == input.CustomerId, ct))
        {
            throw new NotFound("The customer");
        }

        var now = clock.Now();
        var note = new CustomerNote(input.CustomerId, body, caller.User, now);
        db.Add(note);
        customers.AddToTimeline(note.CustomerId, new TimelineNews(TimelineKind.NoteAdded, FirstLine(body), body, now, caller.User, CustomerNoteId.TypeName, note.Id.Value, IsContact: false));
        await db.SaveChangesAsync(ct);
        return note;
    }

    private static string FirstLine(string body) => body.Split('\n', 2)[0].Trim();
}

internal sealed record DeleteCustomerNoteInput(CustomerNoteId NoteId);

internal static class DeleteCustomerNote
{
    public static async Task<Customer> Run(DeleteCustomerNoteInput input, CrmDb db, CancellationToken ct)
    {
        var note = await db.CustomerNotes.FirstOrDefaultAsync(n => n.Id == input.NoteId, ct).OrNotFound("The note");
        var customer = await db.Customers.AsSingleQuery().FirstOrDefaultAsync(c => c.Id == note.CustomerId, ct).OrNotFound("The customer");
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

/// <summary>Notes, orders and timeline of one customer, newest first.</summary>
internal static class CustomerHistory
{
    public static Task<Page<CustomerNote>> Notes(Customer customer, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.CustomerNotes.AsNoTracking().Where(n => n.CustomerId == customer.Id).ToPage(page, n => n.CreatedAt, n => n.Id, descending: true, ct);

    public static Task<Page<Order>> Orders(Customer customer, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.Orders.AsNoTracking().Where(o => o.CustomerId == customer.Id).ToPage(page, o => o.PlacedAt, o => o.Id, descending: true, ct);

    public static Task<Page<TimelineEntry>> Timeline(Customer customer, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.Timeline.AsNoTracking().Where(t => t.CustomerId == customer.Id).ToPage(page, t => t.At, t => t.Id, descending: true, ct);
}
