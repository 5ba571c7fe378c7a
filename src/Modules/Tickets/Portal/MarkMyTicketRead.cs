using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

/// <summary>Until when messages were seen: the <c>updatedAt</c> that was shown, so that what has come since stays news.</summary>
internal sealed record MarkMyTicketReadInput(TicketId TicketId, DateTimeOffset Until);

/// <summary>No new version: looking must not spoil the form an agent is filling in.</summary>
internal static class MarkMyTicketRead
{
    public static async Task<MyTicketPayload> Run(MarkMyTicketReadInput input, CrmDb db, CancellationToken ct)
    {
        db.WithSave(_ => db.Tickets.Where(t => t.Id == input.TicketId && t.LastMessageAt >= input.Until && (t.CustomerReadAt == null || t.CustomerReadAt < input.Until))
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.CustomerReadAt, input.Until), ct));
        await db.SaveChangesAsync(ct);
        return new MyTicketPayload(await MyTicket.Run(input.TicketId, db, ct) ?? throw new NotFound("This request"));
    }
}
