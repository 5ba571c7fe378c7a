using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Search;
using ServiceCrm.Platform.Security;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record TicketFilter(
    string? View = null,
    IReadOnlyList<TicketStatus>? Status = null,
    IReadOnlyList<TicketPriority>? Priority = null,
    IReadOnlyList<TicketType>? Type = null,
    UserId? AssigneeId = null,
    TeamId? TeamId = null,
    CustomerId? CustomerId = null,
    string? Tag = null,
    bool? Unassigned = null,
    DateTimeOffset? CreatedFrom = null,
    DateTimeOffset? CreatedBefore = null);

internal enum TicketSort
{
    CreatedAt,
    UpdatedAt,
    LastMessageAt,
    DueAt,
    Priority,
}

internal sealed record TicketOrder(TicketSort By, SortDirection Direction = SortDirection.Desc);

/// <summary>The list behind every view: words, conditions, order, pages.</summary>
internal static class SearchTickets
{
    public static Task<Page<Ticket>> Run(string? search, TicketFilter? filter, TicketOrder? order, PageArgs page, CrmDb db, Caller caller, CancellationToken ct)
    {
        var tickets = Narrow(db.Tickets.AsNoTracking(), filter ?? new TicketFilter(), caller);
        if (db.SearchIds<TicketId>(nameof(Ticket), search) is { } found)
        {
            tickets = tickets.Where(t => found.Contains(t.Id));
        }

        var descending = (order?.Direction ?? SortDirection.Desc) == SortDirection.Desc;
        return (order?.By ?? TicketSort.LastMessageAt) switch
        {
            TicketSort.CreatedAt => tickets.ToPage(page, t => t.CreatedAt, t => t.Id, descending, ct),
            TicketSort.UpdatedAt => tickets.ToPage(page, t => t.UpdatedAt, t => t.Id, descending, ct),
            TicketSort.DueAt => tickets.ToPage(page, t => t.DueAt ?? DateTimeOffset.MaxValue, t => t.Id, descending, ct),
            TicketSort.Priority => tickets.ToPage(page, t => t.PriorityRank, t => t.Id, descending, ct),
            _ => tickets.ToPage(page, t => t.LastMessageAt, t => t.Id, descending, ct),
        };
    }

    private static IQueryable<Ticket> Narrow(IQueryable<Ticket> tickets, TicketFilter filter, Caller caller)
    {
        tickets = filter.View is { } view ? TicketViews.Apply(tickets, view, caller) : tickets;
        tickets = filter.Status is { Count: > 0 } statuses ? tickets.Where(t => statuses.Contains(t.Status)) : tickets;
        tickets = filter.Priority is { Count: > 0 } priorities ? tickets.Where(t => priorities.Contains(t.Priority)) : tickets;
        tickets = filter.Type is { Count: > 0 } types ? tickets.Where(t => types.Contains(t.Type)) : tickets;
        tickets = filter.AssigneeId is { } assignee ? tickets.Where(t => t.AssigneeId == assignee) : tickets;
        tickets = filter.TeamId is { } team ? tickets.Where(t => t.TeamId == team) : tickets;
        tickets = filter.CustomerId is { } customer ? tickets.Where(t => t.CustomerId == customer) : tickets;
        tickets = filter.Unassigned == true ? tickets.Where(t => t.AssigneeId == null) : tickets;
        tickets = filter.CreatedFrom is { } from ? tickets.Where(t => t.CreatedAt >= from) : tickets;
        tickets = filter.CreatedBefore is { } before ? tickets.Where(t => t.CreatedAt < before) : tickets;
        return filter.Tag?.Trim().ToLowerInvariant() is { Length: > 0 } tag ? tickets.Where(t => t.Tags.Contains(tag)) : tickets;
    }
}
