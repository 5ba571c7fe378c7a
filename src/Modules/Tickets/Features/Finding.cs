using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

/// <summary>How features get at a ticket.</summary>
internal static class Finding
{
    /// <summary>The ticket, to be changed by who may do so. The unknown and the invisible answer alike.</summary>
    /// <exception cref="Platform.Errors.NotFound">when there is none that the caller may see</exception>
    /// <exception cref="Platform.Errors.NotAllowed">when the caller sees it, but the permission does not reach it</exception>
    public static async Task<Ticket> Get(this CrmDb db, TicketId id, Permission permission, CancellationToken ct)
    {
        var ticket = await db.Tickets.FirstOrDefaultAsync(t => t.Id == id, ct).OrNotFound("This ticket");
        db.Caller.Require(permission, ticket);
        return ticket;
    }
}
