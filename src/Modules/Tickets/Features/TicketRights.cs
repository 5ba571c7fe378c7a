using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Tickets.Contract;

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
    public static bool May(this Caller caller, Permission permission, TeamId? team, UserId? assignee) => caller.Why(permission, team, assignee).Allows();

    /// <summary>Why it reaches the ticket or does not. For reading the same rule stands in the query filter of the table.</summary>
    public static AccessWhy Why(this Caller caller, Permission permission, TeamId? team, UserId? assignee)
    {
        var scope = caller.ScopeOf(permission);
        var hasRight = team is { } desk && caller.Desks.Has(desk, RightOf(permission));
        var isOwn = assignee is not null && assignee == caller.User;
        return scope switch
        {
            PermissionScope.None => AccessWhy.NoPermission,
            _ when caller.SeesEverything => AccessWhy.Everything,
            _ when team is { } at && caller.Desks.Confidential.Contains(at) && !hasRight => AccessWhy.ConfidentialDesk,
            PermissionScope.All => AccessWhy.Everything,
            _ when isOwn => AccessWhy.Own,
            PermissionScope.Own => AccessWhy.NotOwn,
            _ when team is null => AccessWhy.BelongsToNobody,
            _ when hasRight => caller.Teams.Contains(team.Value) ? AccessWhy.OwnTeam : AccessWhy.DeskRight,
            _ => AccessWhy.OtherTeam,
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

    private static DeskRight RightOf(Permission permission) =>
        permission == TicketPermissions.Read ? DeskRight.Read
        : permission == TicketPermissions.Assign ? DeskRight.Assign
        : DeskRight.Change;
}

/// <summary>Says of a ticket why somebody can see or do something.</summary>
internal sealed class TicketAccess(CrmDb db) : IExplainsAccess
{
    public string TypeName => TicketId.TypeName;

    public async Task<IReadOnlyList<AccessReason>?> Explain(Guid id, Caller who, CancellationToken ct)
    {
        var ticket = await db.Tickets.AsNoTracking().FirstOrDefaultAsync(t => t.Id == new TicketId(id), ct);
        return ticket is null ? null : [.. TicketPermissions.Grants.Select(g => g.Permission).Where(p => p != TicketPermissions.Create)
            .Select(p => new AccessReason(p, who.Why(p, ticket.TeamId, ticket.AssigneeId)))];
    }
}
