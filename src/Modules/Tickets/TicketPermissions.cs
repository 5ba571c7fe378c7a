using ServiceCrm.Platform.Security;

namespace ServiceCrm.Tickets;

internal static class TicketPermissions
{
    public static readonly Permission Read = new("tickets.ticket.read", "See tickets", IsScoped: true);
    public static readonly Permission Create = new("tickets.ticket.create", "Open tickets", IsScoped: true);
    public static readonly Permission Reply = new("tickets.ticket.reply", "Answer customers", IsScoped: true);
    public static readonly Permission Note = new("tickets.ticket.note", "Write internal notes", IsScoped: true);
    public static readonly Permission Assign = new("tickets.ticket.assign", "Assign tickets to people and teams", IsScoped: true);
    public static readonly Permission Update = new("tickets.ticket.update", "Change subject, priority, type, tags, customer and due time", IsScoped: true);
    public static readonly Permission Solve = new("tickets.ticket.solve", "Solve, reopen and change the status", IsScoped: true);
    public static readonly Permission Bulk = new("tickets.ticket.bulk", "Change many tickets at once", IsScoped: true);

    private static readonly string[] Workers = [Roles.Agent, Roles.AccountManager];

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Read, [Roles.Manager, Roles.Analyst]) { Team = [.. Workers, Roles.Marketing] },
        new(Create, [Roles.Manager, .. Workers]),
        new(Reply, [Roles.Manager]) { Team = Workers },
        new(Note, [Roles.Manager]) { Team = Workers },
        new(Assign, [Roles.Manager]) { Team = Workers },
        new(Update, [Roles.Manager]) { Team = Workers },
        new(Solve, [Roles.Manager]) { Team = Workers },
        new(Bulk, [Roles.Manager]) { Team = Workers },
    ];
}
