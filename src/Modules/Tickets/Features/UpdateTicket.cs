using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal sealed record UpdateTicketInput(
    TicketId TicketId,
    long? ExpectedVersion = null,
    string? Subject = null,
    TicketPriority? Priority = null,
    TicketType? Type = null,
    IReadOnlyList<string>? Tags = null,
    Optional<CustomerId?> CustomerId = default,
    Optional<DateTimeOffset?> DueAt = default);

internal static class UpdateTicket
{
    public static async Task<Ticket> Run(UpdateTicketInput input, CrmDb db, ICustomers customers, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var ticket = await db.Get(input.TicketId, TicketPermissions.Update, ct);
        ticket.Expect(input.ExpectedVersion);
        if (input.Subject is { } subject)
        {
            ticket.Rename(subject, now);
        }

        if (input.Priority is { } priority)
        {
            ticket.Prioritise(priority, now);
        }

        if (input.Type is { } type)
        {
            ticket.Classify(type, now);
        }

        if (input.Tags is { } tags)
        {
            ticket.Tag(tags, now);
        }

        if (input.CustomerId.IsSet)
        {
            ticket.BelongTo(await Customer(input.CustomerId.Value, customers, ct), now);
        }

        if (input.DueAt.IsSet)
        {
            ticket.DueBy(input.DueAt.Value, now);
        }

        await db.SaveChangesAsync(ct);
        return ticket;
    }

    private static async Task<CustomerSummary?> Customer(CustomerId? id, ICustomers customers, CancellationToken ct) =>
        id is { } known ? (await customers.ByIds([known], ct)).GetValueOrDefault(known) ?? throw new NotFound("This customer") : null;
}
