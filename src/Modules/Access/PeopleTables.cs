using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>How people come, are away and go.</summary>
internal static class PeopleTables
{
    extension(CrmDb db)
    {
        public DbSet<OneTimeLink> OneTimeLinks => db.Set<OneTimeLink>();

        public DbSet<ResetRequest> ResetRequests => db.Set<ResetRequest>();

        public DbSet<Absence> Absences => db.Set<Absence>();
    }

    public static void Map(ModelBuilder model, CrmDb db)
    {
        model.Entity<User>(e =>
        {
            e.Property(x => x.JobTitle).HasMaxLength(User.LongestJobTitle);
            e.Property(x => x.Phone).HasMaxLength(User.LongestPhone);
            e.Property(x => x.Signature).HasMaxLength(User.LongestSignature);
            e.Ignore(x => x.State);
        });
        model.Entity<OneTimeLink>(e =>
        {
            e.ToTable("one_time_links");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Hash).HasMaxLength(64);
            e.Property(x => x.Address).HasMaxLength(254);
            e.HasIndex(x => x.Hash).IsUnique();
            e.HasIndex(x => new { x.UserId, x.Purpose });
            e.HasIndex(x => x.ExpiresAt);
            e.HasQueryFilter(AccessTables.Visible, x => db.Caller.SeesEverything);
        });
        model.Entity<ResetRequest>(e =>
        {
            e.ToTable("reset_requests");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.EmailKey).HasMaxLength(254);
            e.HasIndex(x => new { x.EmailKey, x.At });
            e.HasIndex(x => x.At);
            e.HasQueryFilter(AccessTables.Visible, x => db.Caller.SeesEverything);
        });
        model.Entity<Absence>(e =>
        {
            e.ToTable("absences");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Note).HasMaxLength(300);
            e.Property(x => x.From).HasColumnName("starts_at");
            e.Property(x => x.Until).HasColumnName("ends_at");
            e.HasIndex(x => new { x.UserId, x.Until });
            e.HasIndex(x => x.Until);
            e.HasQueryFilter(AccessTables.Visible, x => db.Caller.Kind == CallerKind.Staff || db.Caller.SeesEverything);
        });
    }
}
