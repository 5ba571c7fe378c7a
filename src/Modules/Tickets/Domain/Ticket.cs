using System.Buffers.Text;
using System.Security.Cryptography;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

/// <summary>
/// A request of a customer from question to solved. Keeps on its own row what lists show (customer's name, preview,
/// counts), written by the change itself and never recounted on read.
/// </summary>
internal sealed partial class Ticket : Aggregate, ISearchable
{
    public const int LongestSubject = 300;

    private Ticket()
    {
    }

    public TicketId Id { get; private set; }

    /// <summary>The case number people use.</summary>
    public long Number { get; private set; }

    public string Subject { get; private set; } = "";

    public TicketStatus Status { get; private set; }

    public TicketPriority Priority { get; private set; }

    /// <summary>The priority as a number, so that lists sort by urgency.</summary>
    [NotAudited]
    public int PriorityRank { get; private set; }

    public TicketType Type { get; private set; }

    public TicketChannel Channel { get; private set; }

    public List<string> Tags { get; private set; } = [];

    public CustomerId? CustomerId { get; private set; }

    public string CustomerName { get; private set; } = "";

    public TeamId? TeamId { get; private set; }

    public UserId? AssigneeId { get; private set; }

    public List<Guid> FollowerIds { get; private set; } = [];

    [NotAudited]
    public string Preview { get; private set; } = "";

    [NotAudited]
    public int MessageCount { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    [NotAudited]
    public DateTimeOffset UpdatedAt { get; private set; }

    [NotAudited]
    public DateTimeOffset LastMessageAt { get; private set; }

    [NotAudited]
    public bool LastMessageFromCustomer { get; private set; }

    public DateTimeOffset? DueAt { get; private set; }

    [NotAudited]
    public DateTimeOffset? FirstRespondedAt { get; private set; }

    [NotAudited]
    public DateTimeOffset? SolvedAt { get; private set; }

    [NotAudited]
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>192 random bits that open the customer's tracking page.</summary>
    [NotAudited]
    public string TrackingToken { get; private set; } = "";

    public IReadOnlyList<UserId> Followers => [.. FollowerIds.Select(id => new UserId(id))];

    public bool IsUnsolved => Status is not (TicketStatus.Solved or TicketStatus.Closed);

    public string SearchKind => nameof(Ticket);

    public Guid SearchOwner => Id.Value;

    public Guid SearchId => Id.Value;

    /// <summary>Without a name that is contact data: who may not see it must not find by it.</summary>
    public string SearchText => $"{Number} {Subject} {(ContactText.IsContact(CustomerName) ? "" : CustomerName)} {string.Join(' ', Tags)}";

    public static Ticket Open(long number, string subject, TicketChannel channel, CustomerSummary? customer, UserId? by, DateTimeOffset at)
    {
        var ticket = new Ticket
        {
            Id = EntityId.New<TicketId>(at),
            Number = number,
            Subject = TicketText.Subject(subject),
            Status = TicketStatus.New,
            Channel = channel,
            CreatedAt = at,
            UpdatedAt = at,
            LastMessageAt = at,
            TrackingToken = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(24)),
        };
        ticket.Prioritise(TicketPriority.Normal, at);
        ticket.BelongTo(customer, at);
        ticket.Raise(new TicketOpened(ticket.Id, number, ticket.Subject, customer?.Id, by, at));
        return ticket;
    }

    /// <summary>The customer writes: the ticket is open again, whatever it waited for.</summary>
    /// <exception cref="RuleBroken">CLOSED: the answer needs a new ticket</exception>
    public Message AddCustomerMessage(string authorName, string body, TicketChannel channel, DateTimeOffset at)
    {
        RefuseClosed("A closed ticket takes no more messages; please open a new one.");
        if (Status == TicketStatus.Solved)
        {
            Reopen(null, at);
        }
        else if (Status != TicketStatus.New)
        {
            Status = TicketStatus.Open;
        }

        return Add(new Message(Id, MessageKind.Public, Author.Customer(authorName), TicketText.Body(body), channel, at), null);
    }

    /// <summary>An agent answers the customer; a new ticket is open from then on.</summary>
    /// <exception cref="RuleBroken">CLOSED</exception>
    public Message Reply(Author agent, string body, TicketChannel channel, DateTimeOffset at)
    {
        RefuseClosed("A closed ticket takes no more messages; please open a new one.");
        FirstRespondedAt ??= at;
        if (Status == TicketStatus.New)
        {
            Status = TicketStatus.Open;
        }

        return Add(new Message(Id, MessageKind.Public, agent, TicketText.Body(body), channel, at), agent.User);
    }

    /// <summary>An internal note; possible at any time, also on closed tickets.</summary>
    public Message AddNote(Author agent, string body, DateTimeOffset at)
    {
        var note = new Message(Id, MessageKind.Note, agent, TicketText.Body(body), TicketChannel.Console, at);
        MessageCount++;
        UpdatedAt = at;
        return note;
    }

    /// <exception cref="RuleBroken">CLOSED</exception>
    public void Solve(UserId? by, DateTimeOffset at)
    {
        RefuseClosed("A closed ticket cannot be solved.");
        if (Status == TicketStatus.Solved)
        {
            return;
        }

        Status = TicketStatus.Solved;
        SolvedAt = at;
        UpdatedAt = at;
        AssigneeId ??= by;
        Raise(new TicketSolved(Id, Number, Subject, CustomerId, by, at));
    }

    /// <exception cref="RuleBroken">CLOSED, or NOT_SOLVED when there is nothing to reopen</exception>
    public void Reopen(UserId? by, DateTimeOffset at)
    {
        RefuseClosed("A closed ticket cannot be reopened; please open a new one.");
        if (Status != TicketStatus.Solved)
        {
            throw new RuleBroken("NOT_SOLVED", "Only a solved ticket can be reopened.");
        }

        Status = TicketStatus.Open;
        SolvedAt = null;
        UpdatedAt = at;
        Raise(new TicketReopened(Id, Number, CustomerId, by, at));
    }

    /// <summary>Moves the ticket to a status by the way that status demands.</summary>
    /// <exception cref="RuleBroken">for a way that does not exist</exception>
    public void ChangeStatus(TicketStatus to, UserId? by, DateTimeOffset at)
    {
        if (to == Status)
        {
            return;
        }

        switch (to)
        {
            case TicketStatus.New:
                throw new RuleBroken("STATUS_NOT_POSSIBLE", "A ticket is new only until somebody takes it up.");
            case TicketStatus.Solved:
                Solve(by, at);
                return;
            case TicketStatus.Closed:
                Close(at);
                return;
            default:
                RefuseClosed("A closed ticket cannot change its status.");
                if (Status == TicketStatus.Solved)
                {
                    Reopen(by, at);
                }

                Status = to;
                UpdatedAt = at;
                return;
        }
    }

    /// <summary>Closes for good.</summary>
    /// <exception cref="RuleBroken">NOT_SOLVED</exception>
    public void Close(DateTimeOffset at)
    {
        if (Status != TicketStatus.Solved)
        {
            throw new RuleBroken("NOT_SOLVED", "Only a solved ticket can be closed.");
        }

        Status = TicketStatus.Closed;
        ClosedAt = at;
        UpdatedAt = at;
    }

    public void Assign(UserId? assignee, DateTimeOffset at)
    {
        RefuseClosed("A closed ticket cannot be assigned.");
        AssigneeId = assignee;
        UpdatedAt = at;
    }

    public void MoveTo(TeamId? team, DateTimeOffset at)
    {
        RefuseClosed("A closed ticket cannot change its team.");
        TeamId = team;
        UpdatedAt = at;
    }

    public void Rename(string subject, DateTimeOffset at)
    {
        Subject = TicketText.Subject(subject);
        UpdatedAt = at;
    }

    public void Prioritise(TicketPriority priority, DateTimeOffset at)
    {
        Priority = priority;
        PriorityRank = (int)priority;
        UpdatedAt = at;
    }

    public void Classify(TicketType type, DateTimeOffset at)
    {
        Type = type;
        UpdatedAt = at;
    }

    public void Tag(IEnumerable<string> tags, DateTimeOffset at)
    {
        Tags = TagList.Clean(tags);
        UpdatedAt = at;
    }

    public void BelongTo(CustomerSummary? customer, DateTimeOffset at)
    {
        CustomerId = customer?.Id;
        CustomerName = SafeText.Cut(customer?.Name ?? "", 300);
        UpdatedAt = at;
    }

    public void DueBy(DateTimeOffset? due, DateTimeOffset at)
    {
        DueAt = due;
        UpdatedAt = at;
    }

    public void Follow(UserId user, bool follow)
    {
        var others = FollowerIds.Where(f => f != user.Value);
        FollowerIds = follow ? [.. others, user.Value] : [.. others];
    }

    private Message Add(Message message, UserId? by)
    {
        MessageCount++;
        Preview = TicketText.Preview(message.Body);
        LastMessageAt = message.CreatedAt;
        LastMessageFromCustomer = message.AuthorKind == AuthorKind.Customer;
        UpdatedAt = message.CreatedAt;
        Raise(new TicketMessageAdded(Id, message.Id, Number, Preview, CustomerId, by, message.CreatedAt));
        return message;
    }

    private void RefuseClosed(string message)
    {
        if (Status == TicketStatus.Closed)
        {
            throw new RuleBroken("CLOSED", message);
        }
    }
}
