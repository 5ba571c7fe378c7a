using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets;

internal sealed record ReplyToRequestInput(string Token, string Text, IReadOnlyList<FileId>? FileIds = null);

internal sealed record ReplyToRequestPayload(TrackedRequest? Request);

internal static class ReplyToRequest
{
    public static async Task<ReplyToRequestPayload> Run(ReplyToRequestInput input, CrmDb db, PortalThrottle throttle, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        throttle.Check();
        var check = new InputCheck();
        PortalFiles.Check(check, input.FileIds);
        check.ThrowIfAny();
        var ticket = await Tracking.Find(db, input.Token, ct) ?? throw new NotFound("This request");
        var message = ticket.AddCustomerMessage(ticket.CustomerName, input.Text, TicketChannel.Portal, clock.Now());
        db.Add(message);
        await Attachments.Claim(db, input.FileIds, message, caller, ct);
        await db.SaveChangesAsync(ct);
        return new ReplyToRequestPayload(await Tracking.Show(db, ticket, ct));
    }
}
