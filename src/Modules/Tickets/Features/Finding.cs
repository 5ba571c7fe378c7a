using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

/// <summary>How features get at a ticket.</summary>
internal static class Finding
{
    /// <summary>The ticket, to be changed. The unknown and the invisible answer alike.</summary>
    /// <exception cref="Platform.Errors.NotFound">when there is none that the caller may see</exception>
    public static Task<Ticket> Get(this DbSet<Ticket> tickets, TicketId id, CancellationToken ct) =>
        tickets.FirstOrDefaultAsync(t => t.Id == id, ct).OrNotFound("This ticket");
}
