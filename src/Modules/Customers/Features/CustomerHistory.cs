using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
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

    /// <summary>Without the lines about things that the caller may not see, such as tickets of other teams.</summary>
    public static Task<Page<TimelineEntry>> Timeline(Customer customer, PageArgs page, CrmDb db, IServiceProvider services, CancellationToken ct)
    {
        var lines = db.Timeline.AsNoTracking().Where(t => t.CustomerId == customer.Id);
        foreach (var subject in services.GetServices<ITimelineSubjects>())
        {
            var type = subject.SubjectType;
            var visible = subject.Visible();
            lines = lines.Where(t => t.SubjectType != type || visible.Contains(t.SubjectId!.Value));
        }

        return lines.ToPage(page, t => t.At, t => t.Id, descending: true, ct);
    }
}
