using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal enum RequestStatus
{
    Received,
    InProgress,
    WaitingForYou,
    Solved,
    Closed,
}

internal sealed record TrackedFile(string Name, long Size, string Url);

internal sealed record TrackedMessage(MessageId Id, bool FromCustomer, string AuthorName, string Body, DateTimeOffset CreatedAt, IReadOnlyList<TrackedFile> Files);

internal sealed record TrackedRequest(long Number, string Subject, RequestStatus Status, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, bool CanReply, IReadOnlyList<TrackedMessage> Messages);

/// <summary>Opens a request by its tracking token: the token alone is the right to see it, so the staff filter is left aside here and only here.</summary>
internal static class Tracking
{
    private const int MostMessages = 500;

    public static string Url(TicketsOptions options, string token) => $"{options.PublicUrl.TrimEnd('/')}/portal/requests/{token}";

    public static Task<Ticket?> Find(CrmDb db, string token, CancellationToken ct) => token.Length != 32
        ? Task.FromResult<Ticket?>(null)
        : db.Tickets.IgnoreQueryFilters([TicketsTables.Visible]).FirstOrDefaultAsync(t => t.TrackingToken == token, ct);

    public static async Task<TrackedRequest> Show(CrmDb db, Ticket ticket, CancellationToken ct)
    {
        var messages = await Messages(db.Messages.IgnoreQueryFilters([TicketsTables.Visible]), ticket, ticket.TrackingToken, db, ct);
        return new TrackedRequest(
            ticket.Number, ticket.Subject, StatusOf(ticket.Status), ticket.CreatedAt, ticket.LastMessageAt, ticket.Status != TicketStatus.Closed, messages);
    }

    /// <summary>The conversation as customers see it, oldest first.</summary>
    /// <param name="all">Messages that may be shown; notes are left out here as well.</param>
    /// <param name="ticket">Whose.</param>
    /// <param name="opens">What opens the files: the tracking token, or <c>own</c> for who is signed in.</param>
    /// <param name="db">Knows the files.</param>
    /// <param name="ct">Ends the reading.</param>
    public static async Task<IReadOnlyList<TrackedMessage>> Messages(IQueryable<Message> all, Ticket ticket, string opens, CrmDb db, CancellationToken ct)
    {
        var messages = await all.AsNoTracking().Where(m => m.TicketId == ticket.Id && m.Kind == MessageKind.Public)
            .OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id).Take(MostMessages).ToListAsync(ct);
        var ids = messages.Select(m => (Guid?)m.Id.Value).ToList();
        var files = (await db.Files.AsNoTracking().Where(f => f.OwnerKind == Attachments.OwnerKind && ids.Contains(f.OwnerId)).ToListAsync(ct)).ToLookup(f => f.OwnerId!.Value);
        messages.Reverse();
        return [.. messages.Select(m => new TrackedMessage(m.Id, m.AuthorKind == AuthorKind.Customer, m.AuthorName, m.Body, m.CreatedAt, [.. files[m.Id.Value].Select(f => Show(f, opens))]))];
    }

    private static TrackedFile Show(StoredFile file, string opens) =>
        new(file.Name, file.Size, $"/portal/files/{opens}/{GraphQL.GlobalId.Encode(FileId.TypeName, file.Id.Value)}");

    public static RequestStatus StatusOf(TicketStatus status) => status switch
    {
        TicketStatus.New => RequestStatus.Received,
        TicketStatus.Pending => RequestStatus.WaitingForYou,
        TicketStatus.Solved => RequestStatus.Solved,
        TicketStatus.Closed => RequestStatus.Closed,
        _ => RequestStatus.InProgress,
    };
}
