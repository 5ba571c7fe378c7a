using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Tickets;

/// <summary>
/// What a caller may do with a ticket that it sees: the permission must reach the ticket, and at a confidential desk the
/// caller needs a right at that very desk.
/// </summary>
internal static class TicketRights
{
    /// <exception cref="NotAllowed">when the permission does not reach the ticket</exception>
    public static void Require(this Caller caller, Permission permission, Ticket ticket)
    {
        if (!caller.May(permission, ticket.TeamId, ticket.AssigneeId))
        {
            throw new NotAllowed();
        }
    }

    /// <summary>Whether the permission reaches a ticket of this team and assignee.</summary>
    public static bool May(this Caller caller, Permission permission, TeamId? team, UserId? assignee)
    {
        var right = RightOf(permission);
        if (team is { } desk && caller.Desks.Confidential.Contains(desk))
        {
            return caller.SeesEverything || (caller.Can(permission) && caller.Desks.Has(desk, right));
        }

        return caller.ScopeOf(permission) switch
        {
            PermissionScope.All => true,
            PermissionScope.Team => team is null || caller.Desks.Has(team.Value, right) || IsOwn(caller, assignee),
            PermissionScope.Own => IsOwn(caller, assignee),
            _ => false,
        };
    }

    /// <exception cref="NotAllowed">when the caller may open no ticket at this desk</exception>
    public static void RequireToOpenAt(this Caller caller, TeamId? team)
    {
        var open = team is not { } desk
            ? caller.Can(TicketPermissions.Create)
            : caller.Desks.Has(desk, DeskRight.Create) || (caller.Reaches(TicketPermissions.Create, PermissionScope.All) && !caller.Desks.Confidential.Contains(desk));
        if (!open)
        {
            throw new NotAllowed("You may open no ticket for this team.");
        }
    }

    /// <exception cref="NotAllowed">when the desk is confidential and takes no ticket from the caller</exception>
    public static void RequireToMoveTo(this Caller caller, TeamId? team)
    {
        if (team is { } desk && caller.Desks.Confidential.Contains(desk) && !caller.Desks.Has(desk, DeskRight.Create))
        {
            throw new NotAllowed("You may hand no ticket to this team.");
        }
    }

    private static bool IsOwn(Caller caller, UserId? assignee) => assignee is not null && assignee == caller.User;

    private static DeskRight RightOf(Permission permission) =>
        permission == TicketPermissions.Read ? DeskRight.Read
        : permission == TicketPermissions.Assign ? DeskRight.Assign
        : DeskRight.Change;
}
