using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

internal static class PrivacyTables
{
    extension(CrmDb db)
    {
        public DbSet<PrivacyRequest> PrivacyRequests => db.Set<PrivacyRequest>();

        public DbSet<SuppressedContact> SuppressedContacts => db.Set<SuppressedContact>();

        public DbSet<SuppressionSecret> SuppressionSecrets => db.Set<SuppressionSecret>();
    }

    public static void Map(ModelBuilder model, CrmDb db)
    {
        model.Entity<PrivacyRequest>(e =>
        {
            e.ToTable("privacy_requests");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Reference).HasMaxLength(PrivacyRequest.LongestReference);
            e.Property(x => x.Outcome).HasMaxLength(PrivacyRequest.LongestOutcome);
            e.Property(x => x.HeldBy).HasMaxLength(200);
            e.Property(x => x.Report).HasConversion(v => Write(v), s => Read<PrivacyModuleReport>(s), Same<PrivacyModuleReport>());
            e.Property(x => x.Released).HasConversion(v => Write(v), s => Read<ReleasedContent>(s), Same<ReleasedContent>());
            e.HasIndex(x => new { x.CreatedAt, x.Id });
            e.HasIndex(x => x.State);
            e.HasIndex(x => x.CustomerId);
            // The request of an erased customer is seen by who sees all customers: whose it was can no longer be told.
            e.HasQueryFilter(CustomersTables.Visible, x => db.Caller.Can(CustomerPermissions.ManagePrivacy.Name)
                && (db.Caller.Reaches(CustomerPermissions.Read.Name, PermissionScope.All) || db.Set<Customer>().Any(c => c.Id == x.CustomerId)));
        });
        model.Entity<SuppressedContact>(e =>
        {
            e.ToTable("suppressed_contacts");
            e.HasKey(x => x.Hash);
            e.Property(x => x.Hash).HasMaxLength(64);
        });
        model.Entity<SuppressionSecret>(e =>
        {
            e.ToTable("suppression_secrets");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Check).HasMaxLength(64);
            e.Property(x => x.Key).HasMaxLength(100);
        });
    }

    private static string Write<T>(IReadOnlyList<T> list) => JsonSerializer.Serialize(list, JsonSerializerOptions.Web);

    private static List<T> Read<T>(string json) => JsonSerializer.Deserialize<List<T>>(json, JsonSerializerOptions.Web) ?? [];

    // The lists are replaced as a whole and never changed inside.
    private static ValueComparer<IReadOnlyList<T>> Same<T>() => new((a, b) => ReferenceEquals(a, b), v => v.Count, v => v);
}
