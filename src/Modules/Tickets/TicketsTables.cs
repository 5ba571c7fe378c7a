using Microsoft.EntityFrameworkCore;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Search;
using ServiceCrm.Platform.Security;
using ServiceCrm.Tickets.Contract;

namespace ServiceCrm.Tickets;

internal static class TicketsTables
{
    public const string Visible = "visible";
    public const string NumberSequence = "ticket_numbers";

    extension(CrmDb db)
    {
        public DbSet<Ticket> Tickets => db.Set<Ticket>();

        public DbSet<Message> Messages => db.Set<Message>();
    }

    public static void Map(ModelBuilder model, CrmDb db)
    {
        model.HasSearch<TicketId>();
        model.HasNumberSequence(db, NumberSequence, startsAt: 10_001);
        model.Entity<Ticket>(e =>
        {
            e.ToTable("tickets");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Subject).HasMaxLength(Ticket.LongestSubject);
            e.Property(x => x.CustomerName).HasMaxLength(300);
            e.Property(x => x.RoutingReason).HasMaxLength(Ticket.LongestReason);
            e.Property(x => x.Preview).HasMaxLength(200);
            e.Property(x => x.TrackingToken).HasMaxLength(40);
            e.Ignore(x => x.Followers).Ignore(x => x.IsUnsolved).Ignore(x => x.IsNewsToCustomer).Ignore(x => x.SearchKind).Ignore(x => x.SearchOwner).Ignore(x => x.SearchId).Ignore(x => x.SearchText);
            e.HasIndex(x => x.Number).IsUnique();
            e.HasIndex(x => x.TrackingToken).IsUnique();
            e.HasIndex(x => new { x.LastMessageAt, x.Id });
            e.HasIndex(x => new { x.Status, x.LastMessageAt, x.Id });
            e.HasIndex(x => new { x.AssigneeId, x.Status, x.LastMessageAt });
            e.HasIndex(x => new { x.TeamId, x.Status, x.LastMessageAt });
            e.HasIndex(x => new { x.CustomerId, x.CreatedAt });
            e.HasIndex(x => new { x.CreatedAt, x.Id });
            e.HasIndex(x => new { x.UpdatedAt, x.Id });
            e.HasQueryFilter(Visible, x => db.Caller.SeesEverything
                || (db.Caller.Kind == CallerKind.Customer && x.CustomerId != null && PortalCustomers.Of(db.Caller).Contains(x.CustomerId.Value))
                || (db.Caller.Can(TicketPermissions.Read.Name)
                    && (x.TeamId == null || !db.Caller.Desks.Closed.Contains(x.TeamId.Value))
                    && (db.Caller.Reaches(TicketPermissions.Read.Name, PermissionScope.All)
                        || (db.Caller.Reaches(TicketPermissions.Read.Name, PermissionScope.Team) && (x.TeamId == null || db.Caller.Desks.Readable.Contains(x.TeamId.Value)))
                        || x.AssigneeId == db.Caller.User)));
        });
        model.Entity<Message>(e =>
        {
            e.ToTable("messages");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.AuthorName).HasMaxLength(300);
            e.Ignore(x => x.SearchKind).Ignore(x => x.SearchOwner).Ignore(x => x.SearchId).Ignore(x => x.SearchText);
            e.HasIndex(x => new { x.TicketId, x.CreatedAt, x.Id });
            e.HasOne<Ticket>().WithMany().HasForeignKey(x => x.TicketId).OnDelete(DeleteBehavior.Cascade);
            // A customer never reads notes, whatever asks for messages.
            e.HasQueryFilter(Visible, x => (db.Caller.Kind != CallerKind.Customer || x.Kind == MessageKind.Public) && db.Set<Ticket>().Any(t => t.Id == x.TicketId));
        });
    }
}
