using Microsoft.EntityFrameworkCore;
using ServiceCrm.Access.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Tickets;

internal sealed record HistoryEntry(AuditEntryId Id, DateTimeOffset At, UserId? ActorId, string ActorName, string Action, IReadOnlyList<AuditChange> Changes);

/// <summary>What was changed, by whom, newest first; ids of people and teams are shown by their names.</summary>
internal static class TicketHistory
{
    public static async Task<Page<HistoryEntry>> Run(Ticket ticket, PageArgs page, CrmDb db, IAccess access, CancellationToken ct)
    {
        var id = ticket.Id.Value;
        var entries = await db.AuditEntries.AsNoTracking().Where(e => e.Entity == nameof(Ticket) && e.EntityId == id).ToPage(page, e => e.At, e => e.Id, descending: true, ct);
        var changes = entries.Nodes.ToDictionary(e => e.Id, e => e.ReadChanges());
        var names = await Names(changes.Values.SelectMany(c => c), access, ct);
        return entries.Select(e => new HistoryEntry(e.Id, e.At, e.ActorId, e.ActorName, e.Action, [.. changes[e.Id].Select(c => c with { From = Show(c.From), To = Show(c.To) })]));

        string? Show(string? value) => value is null ? null : string.Join(", ", value.Split(", ").Select(part => names.GetValueOrDefault(part, part)));
    }

    private static async Task<Dictionary<string, string>> Names(IEnumerable<AuditChange> changes, IAccess access, CancellationToken ct)
    {
        var ids = changes.Where(c => c.Field is "assigneeId" or "teamId" or "followerIds")
            .SelectMany(c => $"{c.From}, {c.To}".Split(", ")).Where(v => Guid.TryParse(v, out _)).Distinct(StringComparer.Ordinal).Select(Guid.Parse).ToList();
        if (ids.Count == 0)
        {
            return [];
        }

        var people = await access.People([.. ids.Select(i => new UserId(i))], ct);
        var teams = await access.Teams([.. ids.Select(i => new TeamId(i))], ct);
        return people.Values.Select(p => (Id: p.Id.Value, p.Name)).Concat(teams.Values.Select(t => (Id: t.Id.Value, t.Name)))
            .ToDictionary(n => n.Id.ToString(), n => n.Name, StringComparer.OrdinalIgnoreCase);
    }
}
