using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record UpdateTicketsInput(
    IReadOnlyList<TicketId> TicketIds,
    TicketStatus? Status = null,
    TicketPriority? Priority = null,
    Optional<UserId?> AssigneeId = default,
    Optional<TeamId?> TeamId = default,
    IReadOnlyList<string>? AddTags = null,
    IReadOnlyList<string>? RemoveTags = null);

internal sealed record UpdateTicketsPayload(IReadOnlyList<Ticket>? Tickets);

/// <summary>Changes many tickets as one: all or none.</summary>
internal static class UpdateTickets
{
    private const int Most = 200;

    public static async Task<UpdateTicketsPayload> Run(UpdateTicketsInput input, CrmDb db, IAccess access, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        if (input.TicketIds.Count is 0 or > Most)
        {
            throw new InvalidInput("ticketIds", $"Choose between 1 and {Most} tickets.");
        }

        await Assignment.Check(access, caller, input.AssigneeId.Value, input.TeamId.Value, ct);
        var tickets = await db.Tickets.Where(t => input.TicketIds.Contains(t.Id)).ToListAsync(ct);
        if (tickets.Count != input.TicketIds.Distinct().Count())
        {
            throw new NotFound("One of the tickets");
        }

        // All rights are asked before anything changes: a ticket that has been handed over may be out of reach.
        foreach (var permission in Needed(input))
        {
            tickets.ForEach(ticket => caller.Require(permission, ticket));
        }

        tickets.ForEach(ticket => Apply(ticket, input, caller, clock.Now()));
        await db.SaveChangesAsync(ct);
        return new UpdateTicketsPayload(tickets);
    }

    private static IEnumerable<Permission> Needed(UpdateTicketsInput input)
    {
        yield return TicketPermissions.Bulk;
        if (input.AssigneeId.IsSet || input.TeamId.IsSet)
        {
            yield return TicketPermissions.Assign;
        }

        if (input.Priority is not null || input.AddTags is not null || input.RemoveTags is not null)
        {
            yield return TicketPermissions.Update;
        }

        if (input.Status is not null)
        {
            yield return TicketPermissions.Solve;
        }
    }

    private static void Apply(Ticket ticket, UpdateTicketsInput input, Caller caller, DateTimeOffset now)
    {
        if (input.AssigneeId.IsSet)
        {
            ticket.Assign(input.AssigneeId.Value, now);
        }

        if (input.TeamId.IsSet)
        {
            ticket.MoveTo(input.TeamId.Value, now);
        }

        if (input.Priority is { } priority)
        {
            ticket.Prioritise(priority, now);
        }

        if (input.AddTags is not null || input.RemoveTags is not null)
        {
            ticket.Tag(ticket.Tags.Concat(input.AddTags ?? []).Except(TagList.Clean(input.RemoveTags ?? []), StringComparer.Ordinal), now);
        }

        if (input.Status is { } status)
        {
            ticket.ChangeStatus(status, caller.User, now);
        }
    }
}
