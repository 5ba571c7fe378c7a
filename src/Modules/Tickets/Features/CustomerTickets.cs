using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Tickets;

internal static class CustomerTickets
{
    public static Task<Page<Ticket>> Run(CustomerId customer, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.Tickets.AsNoTracking().Where(t => t.CustomerId == customer).ToPage(page, t => t.CreatedAt, t => t.Id, descending: true, ct);
}
