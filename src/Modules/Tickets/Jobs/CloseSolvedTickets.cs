using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets;

/// <summary>Closes what has stayed solved for the set number of days, in small batches.</summary>
internal static class CloseSolvedTickets
{
    private const int Batch = 200;

    public static async Task Run(CrmDb db, IOptions<TicketsOptions> options, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var before = now.AddDays(-options.Value.CloseSolvedAfterDays);
        while (true)
        {
            var due = await db.Tickets.Where(t => t.Status == TicketStatus.Solved && t.SolvedAt < before).OrderBy(t => t.SolvedAt).Take(Batch).ToListAsync(ct);
            foreach (var ticket in due)
            {
                ticket.Close(now);
            }

            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            if (due.Count < Batch)
            {
                return;
            }
        }
    }
}
