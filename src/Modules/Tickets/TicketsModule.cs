using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Access.Contract;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Jobs;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

/// <summary>Requests of customers and the conversation about them.</summary>
public sealed class TicketsModule : CrmModule
{
    internal const string ModuleName = "Tickets";

    public override string Name => ModuleName;

    public override IReadOnlyList<PermissionGrant> Permissions => TicketPermissions.Grants;

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<TicketsOptions>().Bind(configuration.GetSection("Tickets")).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PortalThrottle.Memory>();
        services.AddScoped<PortalThrottle>();
        services.AddScoped<IFileOwner, MessageFiles>();
        services.AddScoped<IHoldsCustomers, TicketsHoldCustomers>();
        services.AddScoped<Access.Contract.IExplainsAccess, TicketAccess>();
        services.AddScoped<IPersonalData, TicketPersonalData>();
        services.AddScoped<IHoldsWork, TicketsHoldWork>();
        services.AddScoped<ITimelineSubjects, TicketsOnTimelines>();
    }

    public override void Tables(ModelBuilder model, CrmDb db) => TicketsTables.Map(model, db);

    public override void StaffSchema(SchemaBuilder schema) => TicketsSchema.Staff(schema);

    public override void PortalSchema(SchemaBuilder schema) => TicketsSchema.Portal(schema);

    public override void Reactions(ReactionList reactions)
    {
        reactions.On<TicketOpened>(nameof(WriteTimelineWhenTicketOpened), WriteTimelineWhenTicketOpened.Run);
        reactions.On<TicketMessageAdded>(nameof(WriteTimelineWhenTicketMessageAdded), WriteTimelineWhenTicketMessageAdded.Run);
        reactions.On<TicketMessageAdded>(nameof(RouteAroundAbsenceWhenCustomerWrites), RouteAroundAbsenceWhenCustomerWrites.Run);
        reactions.On<TicketSolved>(nameof(WriteTimelineWhenTicketSolved), WriteTimelineWhenTicketSolved.Run);
        reactions.On<UserDeactivated>(nameof(UnassignWhenUserDeactivated), UnassignWhenUserDeactivated.Run);
    }

    public override void Jobs(JobList jobs) => jobs.Every(TimeSpan.FromHours(1), nameof(CloseSolvedTickets), CloseSolvedTickets.Run);

    public override Task Demo(DemoCompany demo, CrmDb db, CancellationToken ct) => TicketsDemo.Run(demo, db, ct);
}

/// <summary>Whoever sees a message may download its files.</summary>
internal sealed class MessageFiles(CrmDb db) : IFileOwner
{
    public string Kind => Attachments.OwnerKind;

    public Task<bool> IsVisible(Guid ownerId, CancellationToken ct)
    {
        var id = new MessageId(ownerId);
        return db.Messages.AnyAsync(m => m.Id == id, ct);
    }

    public async Task<bool> IsVisibleByToken(Guid ownerId, string token, CancellationToken ct)
    {
        var id = new MessageId(ownerId);
        return await Tracking.Find(db, token, ct) is { } ticket
            && await db.Messages.IgnoreQueryFilters([TicketsTables.Visible]).AnyAsync(m => m.Id == id && m.TicketId == ticket.Id && m.Kind == MessageKind.Public, ct);
    }
}

/// <summary>A line about a ticket is seen by who sees the ticket.</summary>
internal sealed class TicketsOnTimelines(CrmDb db) : ITimelineSubjects
{
    public string SubjectType => TicketId.TypeName;

    // The cast through object is how EF Core reads the stored value of a typed id.
    public IQueryable<Guid> Visible() => db.Tickets.Select(t => (Guid)(object)t.Id);
}

/// <summary>A customer who has a ticket is not taken back by the undo of an import.</summary>
internal sealed class TicketsHoldCustomers(CrmDb db) : IHoldsCustomers
{
    public async Task<IReadOnlySet<CustomerId>> Held(IReadOnlyCollection<CustomerId> customers, CancellationToken ct) =>
        await db.Tickets.IgnoreQueryFilters([TicketsTables.Visible]).Where(t => t.CustomerId != null && customers.Contains(t.CustomerId.Value))
            .Select(t => t.CustomerId!.Value).Distinct().ToHashSetAsync(ct);
}
