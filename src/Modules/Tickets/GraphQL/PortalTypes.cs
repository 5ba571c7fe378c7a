using ServiceCrm.GraphQL;

namespace ServiceCrm.Tickets;

/// <summary>What a customer sees of a request: never notes, never who else is involved. Messages are those of the tracking link.</summary>
internal static class PortalTypes
{
    public static void Declare(SchemaBuilder schema)
    {
        schema.Record<Portal>();
        schema.Record<SubmittedRequest>();
        schema.Record<TrackedRequest>(description: "A request behind its tracking link.");
        schema.Record<TrackedMessage>();
        schema.Record<TrackedFile>();
        schema.Object<Ticket>("MyTicket", t =>
        {
            t.Describe("A request of who is signed in.");
            t.Field("id", x => x.Id);
            t.Field("number", x => x.Number);
            t.Field("subject", x => x.Subject);
            t.Field("status", x => Tracking.StatusOf(x.Status));
            t.Field("preview", x => x.Preview).Describe("The beginning of the last message.");
            t.Field("createdAt", x => x.CreatedAt);
            t.Field("updatedAt", x => x.LastMessageAt).Describe("When somebody last wrote.");
            t.Field("lastMessageFromCustomer", x => x.LastMessageFromCustomer);
            t.Field("unread", x => x.IsNewsToCustomer).Describe("Whether we wrote last and markMyTicketRead was not called since.");
            t.Field("customerId", x => x.CustomerId).Describe("Which of the customers the session speaks for.");
            t.Field("canReply", x => x.Status != TicketStatus.Closed);
            t.Field("canClose", x => x.IsUnsolved);
            t.Field("canReopen", x => x.Status == TicketStatus.Solved);
            t.Resolve("messages", MyTicketMessages.Run).Cost(20).ListSize(10).Describe("The newest 500, oldest first.");
        });
    }
}
