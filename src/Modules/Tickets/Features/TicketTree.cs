using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;

namespace ServiceCrm.Tickets;

/// <summary>A customer's tickets as JSON for the customer, with what was said and sent; colleagues are called by their part only.</summary>
internal static class TicketTree
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    public static async Task<PersonalData?> Of(CustomerId customer, CrmDb db, CancellationToken ct)
    {
        var files = new List<PersonalFile>();
        var tickets = new List<object>();
        foreach (var ticket in await db.Tickets.AsNoTracking().Where(t => t.CustomerId == customer).OrderBy(t => t.Number).ToListAsync(ct))
        {
            tickets.Add(new
            {
                ticket.Number, ticket.Subject, ticket.Status, ticket.Priority, ticket.Type, ticket.Channel, ticket.Tags, ticket.CustomerName, ticket.CreatedAt, ticket.UpdatedAt, ticket.LastMessageAt,
                ticket.DueAt, ticket.FirstRespondedAt, ticket.SolvedAt, ticket.ClosedAt,
                messages = await Messages(ticket, files, db, ct),
                changes = await Changes(ticket, db, ct),
            });
        }

        return tickets.Count == 0 ? null : new PersonalData(JsonSerializer.SerializeToNode(new { tickets }, Json)!, files);
    }

    private static async Task<List<object>> Messages(Ticket ticket, List<PersonalFile> all, CrmDb db, CancellationToken ct)
    {
        var messages = await db.Messages.AsNoTracking().Where(m => m.TicketId == ticket.Id).OrderBy(m => m.CreatedAt).ThenBy(m => m.Id).ToListAsync(ct);
        var files = await TicketLoaders.Files([.. messages.Select(m => m.Id)], db, ct);
        var told = new List<object>();
        foreach (var message in messages)
        {
            var sent = files[message.Id].Select(f => new { f.Name, f.Size, f.ContentType, path = Path(ticket, f, all) }).ToList();
            told.Add(new
            {
                message.Kind, from = message.AuthorKind, name = message.AuthorKind == AuthorKind.Customer ? message.AuthorName : null, message.Channel, message.CreatedAt, message.Body, files = sent,
            });
        }

        return told;
    }

    private static string Path(Ticket ticket, StoredFile file, List<PersonalFile> all)
    {
        var path = $"files/{ticket.Number}/{all.Count + 1}-{file.Name}";
        all.Add(new PersonalFile(path, file.Sha256));
        return path;
    }

    private static async Task<object> Changes(Ticket ticket, CrmDb db, CancellationToken ct) =>
        (await db.AuditEntries.AsNoTracking().Where(e => e.Entity == nameof(Ticket) && e.EntityId == ticket.Id.Value).OrderBy(e => e.At).ToListAsync(ct))
            .Select(e => new { e.At, e.Action, changes = e.ReadChanges().Where(c => !HistoryFields.OfStaff.Contains(c.Field)) });
}
