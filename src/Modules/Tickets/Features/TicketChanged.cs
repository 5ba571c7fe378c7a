using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Security;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record TicketChange(TicketId TicketId);

internal static class TicketChanged
{
    /// <summary>Changes of one ticket or of all, as far as the caller may see them; read again for each listener.</summary>
    public static async IAsyncEnumerable<TicketChange> Run(
        TicketId? ticketId, ChangeFeed feed, Caller caller, IServiceProvider services, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var change in feed.Listen(nameof(Ticket), ct))
        {
            var id = new TicketId(change.Id);
            if (ticketId is { } only && only != id)
            {
                continue;
            }

            await using var scope = services.For(caller);
            if (await scope.ServiceProvider.GetRequiredService<CrmDb>().Tickets.AnyAsync(t => t.Id == id, ct))
            {
                yield return new TicketChange(id);
            }
        }
    }
}
