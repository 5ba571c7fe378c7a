using ServiceCrm.Platform.Security;

namespace ServiceCrm.Tickets;

internal static class TicketPermissions
{
    public static readonly Permission Read = new("tickets.ticket.read", "See the tickets of the own teams, unassigned ones and the own");
    public static readonly Permission ReadAll = new("tickets.ticket.all", "See the tickets of all teams");
    public static readonly Permission Create = new("tickets.ticket.create", "Open tickets");
    public static readonly Permission Reply = new("tickets.ticket.reply", "Answer customers");
    public static readonly Permission Note = new("tickets.ticket.note", "Write internal notes");
    public static readonly Permission Assign = new("tickets.ticket.assign", "Assign tickets to people and teams");
    public static readonly Permission Update = new("tickets.ticket.update", "Change subject, priority, type, tags, customer and due time");
    public static readonly Permission Solve = new("tickets.ticket.solve", "Solve, reopen and change the status");
    public static readonly Permission Bulk = new("tickets.ticket.bulk", "Change many tickets at once");

    private static readonly string[] Workers = [Roles.Manager, Roles.Agent, Roles.AccountManager];

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(Read, [.. Workers, Roles.Marketing, Roles.Analyst]),
        new(ReadAll, [Roles.Manager, Roles.Analyst]),
        new(Create, Workers),
        new(Reply, Workers),
        new(Note, Workers),
        new(Assign, Workers),
        new(Update, Workers),
        new(Solve, Workers),
        new(Bulk, Workers),
    ];
}
