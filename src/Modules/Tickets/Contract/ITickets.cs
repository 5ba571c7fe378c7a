using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets.Contract;

/// <summary>The key of a ticket.</summary>
public readonly record struct TicketId(Guid Value) : IEntityId<TicketId>
{
    public static string TypeName => "Ticket";

    public static TicketId From(Guid value) => new(value);
}

/// <summary>The key of a message in a ticket's conversation.</summary>
public readonly record struct MessageId(Guid Value) : IEntityId<MessageId>
{
    public static string TypeName => "Message";

    public static MessageId From(Guid value) => new(value);
}

/// <summary>A request has come in. <paramref name="By"/> is null when the customer opened it.</summary>
public sealed record TicketOpened(TicketId TicketId, long Number, string Subject, CustomerId? CustomerId, UserId? By, DateTimeOffset At) : IEvent;

/// <summary>A public message was added; <paramref name="By"/> is null when the customer wrote it.</summary>
public sealed record TicketMessageAdded(TicketId TicketId, MessageId MessageId, long Number, string Preview, CustomerId? CustomerId, UserId? By, DateTimeOffset At) : IEvent;

/// <summary>The request is solved.</summary>
public sealed record TicketSolved(TicketId TicketId, long Number, string Subject, CustomerId? CustomerId, UserId? By, DateTimeOffset At) : IEvent;

/// <summary>A solved request is open again.</summary>
public sealed record TicketReopened(TicketId TicketId, long Number, CustomerId? CustomerId, UserId? By, DateTimeOffset At) : IEvent;
