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
