using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal static class GetTicket
{
    public static Task<Ticket?> Run(TicketId id, CrmDb db, CancellationToken ct) => db.Tickets.AsNoTracking().FirstOrDefaultAsync(t => t.Id == id, ct);
}

internal static class GetTicketByNumber
{
    public static Task<Ticket?> Run(long number, CrmDb db, CancellationToken ct) => db.Tickets.AsNoTracking().FirstOrDefaultAsync(t => t.Number == number, ct);
}

internal static class ListTicketTags
{
    /// <summary>The tags of the newest thousand tickets: what people are likely to want again.</summary>
    public static async Task<IReadOnlyList<string>> Run(CrmDb db, CancellationToken ct)
    {
        var recent = await db.Tickets.AsNoTracking().OrderByDescending(t => t.CreatedAt).Take(1000).Select(t => t.Tags).ToListAsync(ct);
        return [.. recent.SelectMany(t => t).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }
}

internal static class CustomerTickets
{
    public static Task<Page<Ticket>> Run(CustomerId customer, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.Tickets.AsNoTracking().Where(t => t.CustomerId == customer).ToPage(page, t => t.CreatedAt, t => t.Id, descending: true, ct);
}

internal static class TicketMessages
{
    /// <summary>The conversation, oldest first.</summary>
    public static Task<Page<Message>> Run(Ticket ticket, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.Messages.AsNoTracking().Where(m => m.TicketId == ticket.Id).ToPage(page, m => m.CreatedAt, m => m.Id, descending: false, ct);
}

internal sealed record TicketChange(TicketId TicketId);

internal static class TicketChanged
{
    /// <summary>Changes of one ticket or of all, as far as the caller may see them; read again for each listener.</summary>
    public static async IAsyncEnumerable<TicketChange> Run(
        TicketId? ticketId,
        Platform.Events.ChangeFeed feed,
        Caller caller,
        IServiceProvider services,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var change in feed.Listen(nameof(Ticket), ct))
        {
            var id = new TicketId(change.Id);
            if (ticketId is { } only && only != id)
            {
                continue;
            }

            await using var scope = services.For(caller);
            if (await Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions.GetRequiredService<CrmDb>(scope.ServiceProvider).Tickets.AnyAsync(t => t.Id == id, ct))
            {
                yield return new TicketChange(id);
            }
        }
    }
}
