namespace ServiceCrm.Tickets;

/// <summary>Where a ticket stands. Closed is final; a late answer opens a new ticket.</summary>
internal enum TicketStatus
{
    New,
    Open,
    Pending,
    OnHold,
    Solved,
    Closed,
}

/// <summary>In order of urgency.</summary>
internal enum TicketPriority
{
    Low,
    Normal,
    High,
    Urgent,
}

internal enum TicketType
{
    Question,
    Incident,
    Problem,
    Task,
    Complaint,
}

/// <summary>Where a request or a message came from.</summary>
internal enum TicketChannel
{
    Email,
    Portal,
    Phone,
    Chat,
    Social,
    Api,
    Console,
}

internal enum MessageKind
{
    /// <summary>The customer sees it.</summary>
    Public,

    /// <summary>Only staff see it.</summary>
    Note,
}

internal enum AuthorKind
{
    Customer,
    Agent,
    System,
}

/// <summary>What of a ticket's history tells nothing of the customer.</summary>
internal static class HistoryFields
{
    /// <summary>Who of the company dealt with it.</summary>
    public static readonly IReadOnlySet<string> OfStaff = new HashSet<string>(StringComparer.Ordinal) { "assigneeId", "teamId", "followerIds" };

    /// <summary>Stays when the customer is erased: statistics need it.</summary>
    public static readonly IReadOnlySet<string> Harmless = new HashSet<string>(StringComparer.Ordinal) { "status", "priority", "type", "channel", "dueAt", "erasedAt", "assigneeId", "teamId", "followerIds" };
}
