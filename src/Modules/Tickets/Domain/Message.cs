using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

/// <summary>Who writes a message, as the conversation shows it.</summary>
internal sealed record Author(AuthorKind Kind, UserId? User, string Name)
{
    public static Author Agent(UserId user, string name) => new(AuthorKind.Agent, user, name);

    public static Author Customer(string name) => new(AuthorKind.Customer, null, name);
}

/// <summary>One message or internal note. Made by its ticket; never changed afterwards.</summary>
internal sealed class Message : ISearchable
{
    public const int LongestBody = 50_000;

    private Message()
    {
    }

    internal Message(TicketId ticket, MessageKind kind, Author author, string body, TicketChannel channel, DateTimeOffset at)
    {
        Id = EntityId.New<MessageId>(at);
        TicketId = ticket;
        Kind = kind;
        AuthorKind = author.Kind;
        AuthorId = author.User;
        AuthorName = author.Name;
        Body = body;
        Channel = channel;
        CreatedAt = at;
    }

    public MessageId Id { get; private set; }

    public TicketId TicketId { get; private set; }

    public MessageKind Kind { get; private set; }

    public AuthorKind AuthorKind { get; private set; }

    public UserId? AuthorId { get; private set; }

    public string AuthorName { get; private set; } = "";

    /// <summary>Plain text.</summary>
    public string Body { get; private set; } = "";

    public TicketChannel Channel { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public string SearchKind => nameof(Ticket);

    public Guid SearchOwner => TicketId.Value;

    public Guid SearchId => Id.Value;

    public string SearchText => Body;
}
