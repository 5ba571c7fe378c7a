using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Tickets;

/// <summary>What this module knows of a customer: the requests and everything that was said in them.</summary>
internal sealed class TicketPersonalData(CrmDb db) : IPersonalData
{
    public string Name => TicketsModule.ModuleName;

    public async Task<IReadOnlyList<string>> ObjectionsToExport(CustomerId customer, CancellationToken ct)
    {
        var all = await db.Tickets.IgnoreQueryFilters([TicketsTables.Visible]).CountAsync(t => t.CustomerId == customer, ct);
        return all == await db.Tickets.CountAsync(t => t.CustomerId == customer, ct)
            ? []
            : ["The customer has tickets that you may not see; somebody who sees them must ask for the export."];
    }

    public async Task<IReadOnlyList<string>> ObjectionsToErasure(CustomerId customer, CancellationToken ct)
    {
        var open = await db.Tickets.IgnoreQueryFilters([TicketsTables.Visible])
            .CountAsync(t => t.CustomerId == customer && t.Status != TicketStatus.Solved && t.Status != TicketStatus.Closed, ct);
        return open switch
        {
            0 => [],
            1 => ["Close the open ticket first."],
            _ => [$"Close the {open} open tickets first."],
        };
    }

    public Task<PersonalData?> Export(CustomerId customer, CancellationToken ct) => TicketTree.Of(customer, db, ct);

    public Task<ErasureReport> Erase(CustomerId customer, ErasureNotice notice, CancellationToken ct) => EraseTickets.Run(customer, db, notice.At, ct);
}
