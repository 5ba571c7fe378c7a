using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Search;

namespace ServiceCrm.Tickets;

/// <summary>
/// Makes cases of a customer's tickets: number, times, status, team and type stay for statistics; who it was and every word
/// that was said goes, also the answers and notes of colleagues, which quote the customer.
/// </summary>
internal static class EraseTickets
{
    private const int Batch = 500;

    public static async Task<ErasureReport> Run(CustomerId customer, CrmDb db, DateTimeOffset at, CancellationToken ct)
    {
        var tickets = await db.Tickets.Where(t => t.CustomerId == customer).OrderBy(t => t.Number).ToListAsync(ct);
        if (tickets.Count == 0)
        {
            return new ErasureReport([], []);
        }

        var ids = tickets.ConvertAll(t => t.Id);
        var shared = await SharedTags(customer, tickets, db, ct);
        foreach (var ticket in tickets)
        {
            ticket.Erase(shared, at);
            await db.ForgetWords(nameof(Ticket), ticket.Id.Value, ct);
        }

        await db.SaveChangesAsync(ct);
        var (messages, files) = await EraseMessages(ids, db, ct);
        var keys = ids.ConvertAll(i => i.Value);
        var blanked = await db.BlankAudit(nameof(Ticket), keys, HistoryFields.Harmless, ct);
        var events = await db.ForgetEvents(keys, ct);
        return new ErasureReport(
            [
                new ErasedThing("tickets", Anonymised: tickets.Count, Kept: tickets.Count, Why: "statistics"), new ErasedThing("messages", Anonymised: messages), new ErasedThing("files", files.Count),
                new ErasedThing("history", Anonymised: blanked), new ErasedThing("events", events),
            ],
            files);
    }

    private static async Task<(int Messages, IReadOnlyList<ReleasedContent> Files)> EraseMessages(List<Contract.TicketId> tickets, CrmDb db, CancellationToken ct)
    {
        var count = 0;
        var files = new List<ReleasedContent>();
        foreach (var some in tickets.Chunk(Batch))
        {
            var messages = db.Messages.Where(m => some.Contains(m.TicketId));
            files.AddRange(await db.RemoveFiles(Attachments.OwnerKind, [.. (await messages.Select(m => m.Id).ToListAsync(ct)).Select(m => m.Value)], ct));
            count += await messages.ExecuteUpdateAsync(set => set.SetProperty(m => m.Body, Ticket.Erased), ct);
            await messages.Where(m => m.AuthorKind == AuthorKind.Customer).ExecuteUpdateAsync(set => set.SetProperty(m => m.AuthorName, ""), ct);
        }

        return (count, files);
    }

    /// <summary>The tags that other customers' tickets carry too: they say what a case is about, while one that nobody else has may be a name.</summary>
    private static async Task<HashSet<string>> SharedTags(CustomerId customer, List<Ticket> tickets, CrmDb db, CancellationToken ct)
    {
        var shared = new HashSet<string>(StringComparer.Ordinal);
        foreach (var tag in tickets.SelectMany(t => t.Tags).Distinct(StringComparer.Ordinal))
        {
            if (await db.Tickets.AnyAsync(t => t.CustomerId != customer && t.Tags.Contains(tag), ct))
            {
                shared.Add(tag);
            }
        }

        return shared;
    }
}
