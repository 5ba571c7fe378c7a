using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Tickets;

/// <summary>Finds out who works on a ticket in place of somebody: only who sees it may get it, otherwise its team has it.</summary>
internal static class Routing
{
    /// <summary>The person, when they could see the ticket once it is theirs; null when they could not.</summary>
    public static async Task<UserId?> Reachable(UserId? person, Ticket ticket, IAccess access, CancellationToken ct) =>
        person is { } user && await access.CallerOf(user, ct) is { } caller && caller.May(TicketPermissions.Read, ticket.TeamId, user) && caller.WorksAt(ticket.TeamId) ? user : null;

    // Everybody sees what is their own, so that alone must not open a desk to which they have no access otherwise.
    private static bool WorksAt(this Caller caller, TeamId? team) => team is not { } desk || caller.Teams.Contains(desk) || caller.May(TicketPermissions.Read, team, assignee: null);
}
