using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Tickets;

internal static class GetTicketByNumber
{
    public static Task<Ticket?> Run(long number, CrmDb db, CancellationToken ct) => db.Tickets.AsNoTracking().FirstOrDefaultAsync(t => t.Number == number, ct);
}
