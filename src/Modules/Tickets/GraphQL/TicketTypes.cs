using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

/// <summary>What of a ticket the outside sees.</summary>
internal static class TicketTypes
{
    public static void Declare(SchemaBuilder schema)
    {
        schema.Object<Ticket>("Ticket", Ticket);
        schema.Object<Message>("Message", Message);
        schema.Object<HistoryEntry>("HistoryEntry", t =>
        {
            t.Field("id", x => x.Id);
            t.Field("at", x => x.At);
            t.Reference("actor", x => x.ActorId);
            t.Field("actorName", x => x.ActorName);
            t.Field("action", x => x.Action).Describe("created, changed or deleted");
            t.Field("changes", x => x.Changes);
        });
        schema.Object<AuditChange>("HistoryChange", t =>
        {
            t.Field("field", x => x.Field);
            t.Resolve("from", TicketFields.From);
            t.Resolve("to", TicketFields.To);
        });
        schema.Object<TicketView>("TicketView", t =>
        {
            t.Field("key", x => x.Key).Describe("mine, unassigned, team, open, pending, onHold, solved, all");
            t.Field("count", x => x.Count);
        });
        schema.Object<TicketChange>("TicketChange", t =>
        {
            t.Field("ticketId", x => x.TicketId);
            t.Reference("ticket", x => (TicketId?)x.TicketId).Describe("Null when the caller no longer sees it.");
        });
    }

    private static void Ticket(ObjectBuilder<Ticket> t)
    {
        t.Describe("A request of a customer, from question to solved.");
        t.Node(x => x.Id, TicketLoaders.ByIds, TicketPermissions.Read);
        t.Field("version", x => x.Version).Describe("Send it back as expectedVersion to be told of changes in between.");
        t.Field("number", x => x.Number).Describe("The case number.");
        t.Field("subject", x => x.Subject);
        t.Field("status", x => x.Status);
        t.Field("priority", x => x.Priority);
        t.Field("type", x => x.Type);
        t.Field("channel", x => x.Channel);
        t.Field("tags", x => x.Tags);
        t.Reference("customer", x => x.CustomerId);
        t.Resolve("customerName", TicketFields.CustomerName).Reads(nameof(Tickets.Ticket.CustomerName));
        t.Reference("assignee", x => x.AssigneeId);
        t.Reference("team", x => x.TeamId);
        t.References("followers", x => x.Followers);
        t.Field("preview", x => x.Preview).Describe("The beginning of the last public message.");
        t.Field("messageCount", x => x.MessageCount);
        t.Field("createdAt", x => x.CreatedAt);
        t.Field("updatedAt", x => x.UpdatedAt);
        t.Field("lastMessageAt", x => x.LastMessageAt);
        t.Field("lastMessageFromCustomer", x => x.LastMessageFromCustomer);
        t.Field("dueAt", x => x.DueAt);
        t.Field("firstRespondedAt", x => x.FirstRespondedAt);
        t.Field("solvedAt", x => x.SolvedAt);
        t.Field("closedAt", x => x.ClosedAt);
        t.Field("erasedAt", x => x.ErasedAt).Describe("Since when the customer is erased and the words are gone; null as long as they are there.");
        t.Resolve("messages", TicketMessages.Run).Describe("The conversation, oldest first.");
        t.Resolve("history", TicketHistory.Run).Describe("What was changed, newest first.");
        t.Resolve("trackingUrl", TicketFields.TrackingUrl).Describe("The customer's page for this request.");
        t.Resolve("viewerFollows", TicketFields.ViewerFollows);
    }

    private static void Message(ObjectBuilder<Message> t)
    {
        t.Describe("A message or an internal note.");
        t.Node(x => x.Id, TicketLoaders.Messages, TicketPermissions.Read);
        t.Field("kind", x => x.Kind);
        t.Field("authorKind", x => x.AuthorKind);
        t.Reference("author", x => x.AuthorId);
        t.Resolve("authorName", TicketFields.AuthorName).Reads(nameof(Tickets.Message.AuthorName));
        t.Field("body", x => x.Body).Describe("Plain text.");
        t.Field("channel", x => x.Channel);
        t.Field("createdAt", x => x.CreatedAt);
        t.LoadMany("files", x => x.Id, TicketLoaders.Files);
    }
}

internal static class TicketFields
{
    public static string? TrackingUrl(Ticket ticket, IOptions<TicketsOptions> options) => ticket.ErasedAt is not null ? null : Tracking.Url(options.Value, ticket.TrackingToken);

    public static string CustomerName(Ticket ticket, Caller caller) => ContactText.For(caller, ticket.CustomerName);

    public static string AuthorName(Message message, Caller caller) => ContactText.For(caller, message.AuthorName);

    public static string? From(AuditChange change, Caller caller) => change.From is { } text ? ContactText.For(caller, text) : null;

    public static string? To(AuditChange change, Caller caller) => change.To is { } text ? ContactText.For(caller, text) : null;

    public static bool ViewerFollows(Ticket ticket, Caller caller) => caller.User is { } me && ticket.FollowerIds.Contains(me.Value);
}

internal static class TicketLoaders
{
    public static Task<IReadOnlyDictionary<TicketId, Ticket>> ByIds(IReadOnlyList<TicketId> ids, CrmDb db, CancellationToken ct) =>
        db.Tickets.AsNoTracking().Where(t => ids.Contains(t.Id)).ById(t => t.Id, ct);

    public static Task<IReadOnlyDictionary<MessageId, Message>> Messages(IReadOnlyList<MessageId> ids, CrmDb db, CancellationToken ct) =>
        db.Messages.AsNoTracking().Where(m => ids.Contains(m.Id)).ById(m => m.Id, ct);

    public static async Task<ILookup<MessageId, StoredFile>> Files(IReadOnlyList<MessageId> messages, CrmDb db, CancellationToken ct)
    {
        var ids = messages.Select(m => (Guid?)m.Value).ToList();
        var files = await db.Files.AsNoTracking().Where(f => f.OwnerKind == Attachments.OwnerKind && ids.Contains(f.OwnerId)).OrderBy(f => f.Name).ToListAsync(ct);
        return files.ToLookup(f => new MessageId(f.OwnerId!.Value));
    }

    public static async Task<IReadOnlyDictionary<Customers.Contract.CustomerId, int>> OpenCounts(IReadOnlyList<Customers.Contract.CustomerId> customers, CrmDb db, CancellationToken ct)
    {
        var counts = await db.Tickets
            .Where(t => t.CustomerId != null && customers.Contains(t.CustomerId.Value) && t.Status != TicketStatus.Solved && t.Status != TicketStatus.Closed)
            .GroupBy(t => t.CustomerId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return customers.Distinct().ToDictionary(c => c, c => counts.GetValueOrDefault(c));
    }
}
