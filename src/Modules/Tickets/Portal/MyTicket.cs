using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal static class MyTicket
{
    public static Task<Ticket?> Run(TicketId id, CrmDb db, CancellationToken ct) => db.Tickets.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, ct);
}
