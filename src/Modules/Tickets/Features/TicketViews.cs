using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Tickets;

internal sealed record TicketView(string Key, int Count);

/// <summary>The views of the inbox; the list and the counts are made from the same conditions.</summary>
internal static class TicketViews
{
    public static async Task<IReadOnlyList<TicketView>> Run(CrmDb db, Caller caller, CancellationToken ct)
    {
        var me = caller.User;
        var teams = caller.Teams;
        var counts = await db.Tickets.Where(t => t.Status != TicketStatus.Closed).GroupBy(_ => 1).Select(g => new
        {
            Mine = g.Count(t => t.AssigneeId == me && t.Status != TicketStatus.Solved),
            Unassigned = g.Count(t => t.AssigneeId == null && (t.Status == TicketStatus.New || t.Status == TicketStatus.Open)),
            Team = g.Count(t => t.TeamId != null && teams.Contains(t.TeamId.Value) && t.Status != TicketStatus.Solved),
            Open = g.Count(t => t.Status == TicketStatus.New || t.Status == TicketStatus.Open),
            Pending = g.Count(t => t.Status == TicketStatus.Pending),
            OnHold = g.Count(t => t.Status == TicketStatus.OnHold),
            Solved = g.Count(t => t.Status == TicketStatus.Solved),
        }).SingleOrDefaultAsync(ct);
        return
        [
            new("mine", counts?.Mine ?? 0),
            new("unassigned", counts?.Unassigned ?? 0),
            new("team", counts?.Team ?? 0),
            new("open", counts?.Open ?? 0),
            new("pending", counts?.Pending ?? 0),
            new("onHold", counts?.OnHold ?? 0),
            new("solved", counts?.Solved ?? 0),
            new("all", await db.Tickets.CountAsync(ct)),
        ];
    }

    /// <exception cref="InvalidInput">for a view that does not exist</exception>
    public static IQueryable<Ticket> Apply(IQueryable<Ticket> tickets, string view, Caller caller)
    {
        var me = caller.User;
        var teams = caller.Teams;
        return view switch
        {
            "mine" => tickets.Where(t => t.AssigneeId == me && t.Status != TicketStatus.Solved && t.Status != TicketStatus.Closed),
            "unassigned" => tickets.Where(t => t.AssigneeId == null && (t.Status == TicketStatus.New || t.Status == TicketStatus.Open)),
            "team" => tickets.Where(t => t.TeamId != null && teams.Contains(t.TeamId.Value) && t.Status != TicketStatus.Solved && t.Status != TicketStatus.Closed),
            "open" => tickets.Where(t => t.Status == TicketStatus.New || t.Status == TicketStatus.Open),
            "pending" => tickets.Where(t => t.Status == TicketStatus.Pending),
            "onHold" => tickets.Where(t => t.Status == TicketStatus.OnHold),
            "solved" => tickets.Where(t => t.Status == TicketStatus.Solved),
            "all" => tickets,
            _ => throw new InvalidInput("filter.view", $"There is no view named {Platform.Values.SafeText.Cut(view, 40)}."),
        };
    }
}
