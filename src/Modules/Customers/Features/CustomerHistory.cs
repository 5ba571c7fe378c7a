using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

/// <summary>Notes, orders and timeline of one customer, newest first.</summary>
internal static class CustomerHistory
{
    public static Task<Page<CustomerNote>> Notes(Customer customer, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.CustomerNotes.AsNoTracking().Where(n => n.CustomerId == customer.Id).ToPage(page, n => n.CreatedAt, n => n.Id, descending: true, ct);

    public static Task<Page<Order>> Orders(Customer customer, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.Orders.AsNoTracking().Where(o => o.CustomerId == customer.Id).ToPage(page, o => o.PlacedAt, o => o.Id, descending: true, ct);

    public static Task<Page<TimelineEntry>> Timeline(Customer customer, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.Timeline.AsNoTracking().Where(t => t.CustomerId == customer.Id).ToPage(page, t => t.At, t => t.Id, descending: true, ct);
}
