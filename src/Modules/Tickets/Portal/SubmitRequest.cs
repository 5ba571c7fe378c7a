using Microsoft.Extensions.Options;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets;

internal sealed record SubmitRequestInput(string Name, string Email, string Subject, string Text, IReadOnlyList<FileId>? FileIds = null, string? Language = null, string? Website = null);

internal sealed record SubmittedRequest(long Number, string TrackingUrl);

internal sealed record SubmitRequestPayload(SubmittedRequest? Request);

/// <summary>
/// A customer writes through the portal. The tracking link is shown to the writer only, never mailed to the typed
/// address, so the form cannot be used to flood others.
/// </summary>
internal static class SubmitRequest
{
    public static async Task<SubmitRequestPayload> Run(
        SubmitRequestInput input,
        CrmDb db,
        ICustomers customers,
        PortalThrottle throttle,
        Caller caller,
        IOptions<TicketsOptions> options,
        TimeProvider clock,
        CancellationToken ct)
    {
        throttle.Check();
        Check(input);
        var now = clock.Now();
        return await db.InTransaction(
            async () =>
            {
                var customer = await customers.FindOrCreate(new NewCustomer(input.Name, input.Email, null, input.Language), ct);
                var number = await Engine.NextNumber(db, TicketsTables.NumberSequence, ct);
                var ticket = Ticket.Open(number, input.Subject, TicketChannel.Portal, customer, null, now);
                var message = ticket.AddCustomerMessage(input.Name.Trim(), input.Text, TicketChannel.Portal, now);
                db.Add(ticket);
                db.Add(message);
                await Attachments.Claim(db, input.FileIds, message, caller, ct);
                await db.SaveChangesAsync(ct);
                return new SubmitRequestPayload(new SubmittedRequest(number, Tracking.Url(options.Value, ticket.TrackingToken)));
            },
            ct);
    }

    private static void Check(SubmitRequestInput input)
    {
        var check = new InputCheck();
        check.Required("name", input.Name, 200);
        check.Required("subject", input.Subject, Ticket.LongestSubject);
        check.Required("text", input.Text, Message.LongestBody);
        if (!EmailAddress.TryParse(input.Email, out _))
        {
            check.Add("email", "This is not an e-mail address.");
        }

        if (!string.IsNullOrEmpty(input.Website))
        {
            check.Add("website", "This field must stay empty.");
        }

        PortalFiles.Check(check, input.FileIds);
        check.ThrowIfAny();
    }
}
