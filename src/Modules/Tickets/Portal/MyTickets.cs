using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Search;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal enum MyTicketState
{
    Open,
    Closed,
}

/// <summary>The visibility filter alone decides whose requests these are; nothing that is asked can widen it.</summary>
internal static class MyTickets
{
    private const int MostSearched = 2_000;
    private const int MostWords = 4;

    /// <param name="search">Words that all stand in number, subject or messages.</param>
    /// <param name="state">Closed: solved or closed for good.</param>
    /// <param name="page">Which.</param>
    /// <param name="db">As the customer sees it.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="ct">Ends the search.</param>
    public static async Task<Page<Ticket>> Run(string? search, MyTicketState? state, PageArgs page, CrmDb db, Caller caller, CancellationToken ct)
    {
        // Said again, so that the index of customers is used.
        var own = PortalCustomers.Of(caller);
        var tickets = db.Tickets.AsNoTracking().Where(t => t.CustomerId != null && own.Contains(t.CustomerId.Value));
        tickets = state switch
        {
            MyTicketState.Open => tickets.Where(t => t.Status != TicketStatus.Solved && t.Status != TicketStatus.Closed),
            MyTicketState.Closed => tickets.Where(t => t.Status == TicketStatus.Solved || t.Status == TicketStatus.Closed),
            _ => tickets,
        };
        if (SearchIndex.WordsOf(search) is { Count: > 0 } words)
        {
            var found = await Find(tickets, words, db, ct);
            tickets = tickets.Where(t => found.Contains(t.Id));
        }

        return await tickets.ToPage(page, t => t.LastMessageAt, t => t.Id, descending: true, ct);
    }

    /// <summary>Not by the index of the staff, whose words are also those of notes and tags: what is found there would tell of them.</summary>
    private static async Task<List<TicketId>> Find(IQueryable<Ticket> tickets, IReadOnlyList<string> words, CrmDb db, CancellationToken ct)
    {
        var heads = await tickets.OrderByDescending(t => t.LastMessageAt).Take(MostSearched).Select(t => new { t.Id, t.Number, t.Subject }).ToListAsync(ct);
        IEnumerable<TicketId> found = heads.Select(h => h.Id);
        foreach (var word in words.Take(MostWords))
        {
            var inMessages = await tickets.Join(db.Messages, t => t.Id, m => m.TicketId, (t, m) => m)
                .Join(db.Set<SearchEntry>(), m => (Guid)(object)m.Id, e => e.EntityId, (m, e) => new { m.TicketId, e.Words })
                .Where(x => x.Words.Contains(word)).Select(x => x.TicketId).Distinct().ToListAsync(ct);
            found = found.Intersect(heads.Where(h => SearchKey.Of($"{h.Number} {h.Subject}").Contains(word, StringComparison.Ordinal)).Select(h => h.Id).Union(inMessages)).ToList();
        }

        return [.. found];
    }
}
