using ServiceCrm.Platform.Data;

namespace ServiceCrm.Tickets;

internal static class MyTicketMessages
{
    public static Task<IReadOnlyList<TrackedMessage>> Run(Ticket ticket, CrmDb db, CancellationToken ct) => Tracking.Messages(db.Messages, ticket, "own", db, ct);
}
