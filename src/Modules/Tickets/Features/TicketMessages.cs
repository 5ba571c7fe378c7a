using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal static class TicketMessages
{
    /// <summary>The conversation, oldest first.</summary>
    public static Task<Page<Message>> Run(Ticket ticket, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.Messages.AsNoTracking().Where(m => m.TicketId == ticket.Id).ToPage(page, m => m.CreatedAt, m => m.Id, descending: false, ct);
}
