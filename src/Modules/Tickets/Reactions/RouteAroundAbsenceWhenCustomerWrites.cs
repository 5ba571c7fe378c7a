using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

/// <summary>
/// A customer who writes to somebody absent is not kept waiting: the ticket goes to the substitute who sees its desk, else
/// to its team. The history says why.
/// </summary>
internal static class RouteAroundAbsenceWhenCustomerWrites
{
    public static async Task Run(TicketMessageAdded news, CrmDb db, IAccess access, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (news.By is not null || await db.Tickets.FirstOrDefaultAsync(t => t.Id == news.TicketId, ct) is not { AssigneeId: { } assignee, IsUnsolved: true } ticket)
        {
            return;
        }

        if ((await access.Availability([assignee], now, ct)).GetValueOrDefault(assignee) is not { AbsentUntil: { } until } availability)
        {
            return;
        }

        var substitute = await Routing.Reachable(availability.Substitute, ticket, access, ct);
        var names = await access.People([.. new[] { assignee, substitute }.OfType<UserId>()], ct);
        ticket.RouteTo(substitute, Reason(names[assignee], until, substitute is { } s ? names[s] : null), now);
        await db.SaveChangesAsync(ct);
    }

    private static string Reason(Person absent, DateTimeOffset until, Person? substitute)
    {
        var back = TimeZoneInfo.ConvertTime(until, TimeZoneInfo.FindSystemTimeZoneById(absent.TimeZone)).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return $"{absent.Name} is absent until {back}; " + (substitute is null ? "nobody stands in" : $"{substitute.Name} stands in");
    }
}
