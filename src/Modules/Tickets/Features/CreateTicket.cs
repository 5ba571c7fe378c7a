using ServiceCrm.Access.Contract;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets;

internal sealed record NewTicketCustomerInput(string Name, string? Email = null, string? Phone = null);

internal sealed record CreateTicketInput(
    string Subject,
    string Body,
    CustomerId? CustomerId = null,
    NewTicketCustomerInput? NewCustomer = null,
    TicketType Type = TicketType.Question,
    TicketPriority Priority = TicketPriority.Normal,
    TicketChannel Channel = TicketChannel.Console,
    TeamId? TeamId = null,
    UserId? AssigneeId = null,
    IReadOnlyList<string>? Tags = null,
    IReadOnlyList<FileId>? FileIds = null,
    bool BodyFromCustomer = true);

/// <summary>An agent writes down a request, in the customer's words or as a note.</summary>
internal static class CreateTicket
{
    public static async Task<Ticket> Run(CreateTicketInput input, CrmDb db, ICustomers customers, IAccess access, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var team = input.TeamId ?? OnlyTeam(caller, input.AssigneeId);
        caller.RequireToOpenAt(team);
        await Assignment.Check(access, caller, input.AssigneeId, input.TeamId, ct);
        return await db.InTransaction(
            async () =>
            {
                var customer = await Customer(input, customers, ct);
                var number = await Engine.NextNumber(db, TicketsTables.NumberSequence, ct);
                var ticket = Ticket.Open(number, input.Subject, input.Channel, customer, caller.UserId, now);
                ticket.Classify(input.Type, now);
                ticket.Prioritise(input.Priority, now);
                ticket.Tag(input.Tags ?? [], now);
                ticket.MoveTo(team, now);
                ticket.Assign(input.AssigneeId, now);
                ticket.Follow(caller.UserId, follow: true);
                var message = input.BodyFromCustomer
                    ? ticket.AddCustomerMessage(customer?.Name ?? "Customer", input.Body, input.Channel, now)
                    : ticket.AddNote(Author.Agent(caller.UserId, caller.Name), input.Body, now);
                db.Add(ticket);
                db.Add(message);
                await Attachments.Claim(db, input.FileIds, message, caller, ct);
                await db.SaveChangesAsync(ct);
                return ticket;
            },
            ct);
    }

    private static async Task<CustomerSummary?> Customer(CreateTicketInput input, ICustomers customers, CancellationToken ct)
    {
        if (input.CustomerId is { } id)
        {
            return (await customers.ByIds([id], ct)).GetValueOrDefault(id) ?? throw new NotFound("This customer");
        }

        return input.NewCustomer is { } who ? await customers.FindOrCreate(new NewCustomer(who.Name, who.Email, who.Phone, null), ct) : null;
    }

    /// <summary>An agent of one team opens tickets for that team, so that the agent still sees them afterwards.</summary>
    private static TeamId? OnlyTeam(Caller caller, UserId? assignee) => caller.Teams.Count == 1 && assignee is null ? caller.Teams[0] : null;
}
