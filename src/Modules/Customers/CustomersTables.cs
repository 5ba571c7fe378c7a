using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Search;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal static class CustomersTables
{
    /// <summary>The one rule of who sees customers; <c>FindOrCreate</c> and signing in to the portal alone look past it, by this name.</summary>
    public const string Visible = "visible";

    extension(CrmDb db)
    {
        public DbSet<Customer> Customers => db.Set<Customer>();

        public DbSet<CustomerNote> CustomerNotes => db.Set<CustomerNote>();

        public DbSet<Order> Orders => db.Set<Order>();

        public DbSet<TimelineEntry> Timeline => db.Set<TimelineEntry>();

        public DbSet<CustomField> CustomFields => db.Set<CustomField>();

        public DbSet<Import> Imports => db.Set<Import>();

        public DbSet<ImportProblem> ImportProblems => db.Set<ImportProblem>();

        public DbSet<BeforeImage> BeforeImages => db.Set<BeforeImage>();

        public DbSet<CustomerTag> CustomerTags => db.Set<CustomerTag>();

        public DbSet<PortalSignIn> PortalSignIns => db.Set<PortalSignIn>();

        public DbSet<PortalSession> PortalSessions => db.Set<PortalSession>();
    }

    public static void Map(ModelBuilder model, CrmDb db)
    {
        model.HasSearch<CustomerId>();
        model.Entity<Customer>(e => MapCustomer(e, db));
        model.Entity<CustomerNote>(e =>
        {
            e.ToTable("notes");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.HasIndex(x => new { x.CustomerId, x.CreatedAt });
            e.HasQueryFilter(Visible, x => db.Caller.Can(CustomerPermissions.ReadNotes.Name)
                && (db.Caller.Reaches(CustomerPermissions.Read.Name, PermissionScope.All) || db.Set<Customer>().Any(c => c.Id == x.CustomerId)));
        });
        model.Entity<Order>(e =>
        {
            e.ToTable("orders");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Number).HasMaxLength(60);
            e.Property(x => x.Currency).HasMaxLength(3);
            e.Property(x => x.Summary).HasMaxLength(500);
            e.HasIndex(x => new { x.CustomerId, x.PlacedAt });
            e.HasQueryFilter(Visible, x => db.Caller.Reaches(CustomerPermissions.Read.Name, PermissionScope.All)
                || (db.Caller.Kind != CallerKind.Customer && db.Set<Customer>().Any(c => c.Id == x.CustomerId)));
        });
        model.Entity<TimelineEntry>(e =>
        {
            e.ToTable("timeline");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Title).HasMaxLength(TimelineEntry.LongestTitle);
            e.Property(x => x.Text).HasMaxLength(TimelineEntry.LongestText);
            e.Property(x => x.SubjectType).HasMaxLength(60);
            e.HasIndex(x => new { x.CustomerId, x.At });
            e.HasQueryFilter(Visible, x => (db.Caller.Can(CustomerPermissions.ReadNotes.Name) || x.Kind != TimelineKind.NoteAdded)
                && (db.Caller.Reaches(CustomerPermissions.Read.Name, PermissionScope.All) || (db.Caller.Kind != CallerKind.Customer && db.Set<Customer>().Any(c => c.Id == x.CustomerId))));
        });
        ImportTables.Map(model, db);
        PrivacyTables.Map(model, db);
        PortalTables.Map(model, db);
        model.Entity<CustomField>(e =>
        {
            e.ToTable("custom_fields");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Key).HasMaxLength(CustomField.LongestKey);
            e.Property(x => x.Label).HasMaxLength(CustomField.LongestLabel);
            e.HasIndex(x => x.Key).IsUnique();
        });
        model.Entity<CustomerTag>(e =>
        {
            e.ToTable("tags");
            e.HasKey(x => x.Key);
            e.Property(x => x.Key).HasMaxLength(2 * CustomerLimits.Tag);
            e.Property(x => x.Name).HasMaxLength(CustomerLimits.Tag);
        });
    }

    private static void MapCustomer(EntityTypeBuilder<Customer> e, CrmDb db)
    {
        e.ToTable("customers");
        e.Property(x => x.Id).ValueGeneratedNever();
        e.Property(x => x.Name).HasMaxLength(CustomerLimits.Name);
        e.Property(x => x.GivenName).HasMaxLength(CustomerLimits.Name);
        e.Property(x => x.FamilyName).HasMaxLength(CustomerLimits.Name);
        e.Property(x => x.JobTitle).HasMaxLength(CustomerLimits.Name);
        e.Property(x => x.ExternalId).HasMaxLength(CustomerLimits.ExternalId);
        e.Property(x => x.DisplayName).HasMaxLength(2 * CustomerLimits.Name + 1);
        e.Property(x => x.DisplayKey).HasMaxLength(CustomerLimits.DisplayKey);
        e.Property(x => x.PrimaryEmail).HasMaxLength(254);
        e.Property(x => x.PrimaryPhone).HasMaxLength(40);
        e.Property(x => x.Language).HasMaxLength(20);
        e.Property(x => x.TimeZone).HasMaxLength(60);
        e.Property(x => x.Line1).HasMaxLength(CustomerLimits.AddressLine);
        e.Property(x => x.Line2).HasMaxLength(CustomerLimits.AddressLine);
        e.Property(x => x.PostalCode).HasMaxLength(CustomerLimits.AddressLine);
        e.Property(x => x.City).HasMaxLength(CustomerLimits.AddressLine);
        e.Property(x => x.Region).HasMaxLength(CustomerLimits.AddressLine);
        e.Property(x => x.Country).HasMaxLength(CustomerLimits.AddressLine);
        e.Property(x => x.Custom).HasConversion(v => v.ToJson(), s => CustomValues.Parse(s));
        e.Property(x => x.Revenue).HasConversion(
            v => JsonSerializer.Serialize(v, JsonSerializerOptions.Web),
            s => JsonSerializer.Deserialize<List<Money>>(s, JsonSerializerOptions.Web) ?? new List<Money>(),
            new ValueComparer<IReadOnlyList<Money>>((a, b) => a!.SequenceEqual(b!), v => v.Count, v => v));
        e.HasIndex(x => x.ExternalId).IsUnique();
        e.HasIndex(x => new { x.DisplayKey, x.Id });
        e.HasIndex(x => new { x.CreatedAt, x.Id });
        e.HasIndex(x => new { x.UpdatedAt, x.Id });
        e.HasIndex(x => new { x.ContactedAt, x.Id });
        e.HasIndex(x => x.OwnerId);
        e.HasIndex(x => x.CompanyId);
        e.HasIndex(x => x.ImportId);
        e.HasQueryFilter(Visible, x => db.Caller.Reaches(CustomerPermissions.Read.Name, PermissionScope.All)
            || (db.Caller.Reaches(CustomerPermissions.Read.Name, PermissionScope.Team) && (x.OwnerId == null || db.Caller.Colleagues.Contains(x.OwnerId.Value)))
            || (db.Caller.Can(CustomerPermissions.Read.Name) && x.OwnerId == db.Caller.User)
            || PortalCustomers.Of(db.Caller).Contains(x.Id));
        e.Ignore(x => x.Emails).Ignore(x => x.Phones).Ignore(x => x.Address).Ignore(x => x.Summary).Ignore(x => x.LastContactAt);
        e.OwnsMany(x => x.ContactPoints, MapContactPoint);
    }

    private static void MapContactPoint(OwnedNavigationBuilder<Customer, ContactPoint> e)
    {
        e.ToTable("contact_points");
        e.WithOwner().HasForeignKey(x => x.CustomerId);
        e.HasKey(x => new { x.CustomerId, x.Kind, x.Key });
        e.Property(x => x.Key).HasMaxLength(254).ValueGeneratedNever();
        e.Property(x => x.Kind).ValueGeneratedNever();
        e.Property(x => x.Value).HasMaxLength(254);
        e.Property(x => x.Label).HasMaxLength(20);
        e.HasIndex(x => new { x.Kind, x.Key });
    }
}
