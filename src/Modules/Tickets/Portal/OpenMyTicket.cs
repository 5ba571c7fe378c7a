using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets;

/// <summary>Without a customer it is for the first of those the session speaks for.</summary>
internal sealed record OpenMyTicketInput(string Subject, string Text, IReadOnlyList<FileId>? FileIds = null, CustomerId? CustomerId = null);

internal sealed record MyTicketPayload(Ticket? Ticket);

/// <summary>A customer who is signed in writes anew: name and address are known.</summary>
internal static class OpenMyTicket
{
    public static async Task<MyTicketPayload> Run(
        OpenMyTicketInput input, CrmDb db, ICustomers customers, PortalThrottle throttle, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        throttle.Check();
        Check(input);
        var id = input.CustomerId ?? PortalCustomers.Of(caller)[0];
        var customer = (await customers.ByIds([id], ct)).GetValueOrDefault(id) ?? throw new NotFound("This customer");
        var now = clock.Now();
        return await db.InTransaction(
            async () =>
            {
                var ticket = Ticket.Open(await Engine.NextNumber(db, TicketsTables.NumberSequence, ct), input.Subject, TicketChannel.Portal, customer, null, now);
                var message = ticket.AddCustomerMessage(customer.Name, input.Text, TicketChannel.Portal, now);
                db.Add(ticket);
                db.Add(message);
                await Attachments.Claim(db, input.FileIds, message, caller, ct);
                await db.SaveChangesAsync(ct);
                return new MyTicketPayload(ticket);
            },
            ct);
    }

    private static void Check(OpenMyTicketInput input)
    {
        var check = new InputCheck();
        check.Required("subject", input.Subject, Ticket.LongestSubject);
        check.Required("text", input.Text, Message.LongestBody);
        PortalFiles.Check(check, input.FileIds);
        check.ThrowIfAny();
    }
}
