using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal static class TicketsSchema
{
    public static void Staff(SchemaBuilder schema)
    {
        schema.Id<TicketId>();
        schema.Id<MessageId>();
        TicketTypes.Declare(schema);
        schema.ExtendNode<CustomerId>(t =>
        {
            t.Resolve("tickets", CustomerTickets.Run).Describe("Newest first.");
            t.Load("openTicketCount", TicketLoaders.OpenCounts);
        });

        schema.Query("ticket", TicketPermissions.Read, GetTicket.Run);
        schema.Query("ticketByNumber", TicketPermissions.Read, GetTicketByNumber.Run);
        schema.Query("tickets", TicketPermissions.Read, SearchTickets.Run);
        schema.Query("ticketViews", TicketPermissions.Read, TicketViews.Run).Describe("The views of the inbox with how many tickets are in each now.");
        schema.Query("ticketTags", TicketPermissions.Read, ListTicketTags.Run);

        schema.Mutation("createTicket", TicketPermissions.Create, CreateTicket.Run);
        schema.Mutation("replyToTicket", TicketPermissions.Reply, ReplyToTicket.Run);
        schema.Mutation("addTicketNote", TicketPermissions.Note, AddTicketNote.Run);
        schema.Mutation("assignTicket", TicketPermissions.Assign, AssignTicket.Run);
        schema.Mutation("changeTicketStatus", TicketPermissions.Solve, ChangeTicketStatus.Run);
        schema.Mutation("solveTicket", TicketPermissions.Solve, SolveTicket.Run);
        schema.Mutation("reopenTicket", TicketPermissions.Solve, ReopenTicket.Run);
        schema.Mutation("updateTicket", TicketPermissions.Update, UpdateTicket.Run);
        schema.Mutation("followTicket", TicketPermissions.Read, FollowTicket.Run);
        schema.Mutation("updateTickets", TicketPermissions.Bulk, UpdateTickets.Run);

        schema.Subscription("ticketChanged", TicketPermissions.Read, TicketChanged.Run).Describe("Any change of one ticket, or of every ticket the caller may see.");
    }

    public static void Portal(SchemaBuilder schema)
    {
        schema.Id<TicketId>();
        schema.Id<MessageId>();
        schema.Id<FileId>();
        PortalTypes.Declare(schema);
        schema.Query("portal", SchemaBuilder.Anyone, ReadPortal.Run);
        schema.Query("trackedRequest", SchemaBuilder.Anyone, ReadTrackedRequest.Run).Describe("The request behind a tracking link; null when the token is unknown.");
        schema.Mutation("submitRequest", SchemaBuilder.Anyone, SubmitRequest.Run);
        schema.Mutation("replyToRequest", SchemaBuilder.Anyone, ReplyToRequest.Run);

        schema.Query("myTickets", Caller.SignedInOnPortal, MyTickets.Run).Describe("Requests of who is signed in, those with the latest messages first.");
        schema.Query("myTicket", Caller.SignedInOnPortal, MyTicket.Run).Describe("Null when there is none, or it is somebody else's.");
        schema.Mutation("openMyTicket", Caller.SignedInOnPortal, OpenMyTicket.Run);
        schema.Mutation("replyToMyTicket", Caller.SignedInOnPortal, ReplyToMyTicket.Run);
        schema.Mutation("closeMyTicket", Caller.SignedInOnPortal, CloseMyTicket.Run);
        schema.Mutation("reopenMyTicket", Caller.SignedInOnPortal, ReopenMyTicket.Run);
        schema.Mutation("markMyTicketRead", Caller.SignedInOnPortal, MarkMyTicketRead.Run);
    }
}
