using ServiceCrm.Customers.Contract;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal static class WriteTimelineWhenTicketOpened
{
    public static Task Run(TicketOpened news, ICustomers customers)
    {
        if (news.CustomerId is { } customer)
        {
            customers.AddToTimeline(customer, new TimelineNews(TimelineKind.TicketOpened, $"#{news.Number} {news.Subject}", null, news.At, news.By, TicketId.TypeName, news.TicketId.Value, IsContact: true));
        }

        return Task.CompletedTask;
    }
}

internal static class WriteTimelineWhenTicketMessageAdded
{
    public static Task Run(TicketMessageAdded news, ICustomers customers)
    {
        if (news.CustomerId is { } customer)
        {
            customers.AddToTimeline(customer, new TimelineNews(TimelineKind.TicketMessage, $"#{news.Number}", news.Preview, news.At, news.By, TicketId.TypeName, news.TicketId.Value, IsContact: true));
        }

        return Task.CompletedTask;
    }
}

internal static class WriteTimelineWhenTicketSolved
{
    public static Task Run(TicketSolved news, ICustomers customers)
    {
        if (news.CustomerId is { } customer)
        {
            customers.AddToTimeline(customer, new TimelineNews(TimelineKind.TicketSolved, $"#{news.Number} {news.Subject}", null, news.At, news.By, TicketId.TypeName, news.TicketId.Value, IsContact: false));
        }

        return Task.CompletedTask;
    }
}
