using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Platform.Data;

/// <summary>The tables every module stands on.</summary>
public static class PlatformTables
{
    extension(CrmDb db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();

        public DbSet<OutboxMessage> Outbox => db.Set<OutboxMessage>();

        public DbSet<StoredFile> Files => db.Set<StoredFile>();

        internal DbSet<IdempotencyRecord> IdempotencyRecords => db.Set<IdempotencyRecord>();

        public DbSet<DataProtectionKey> DataProtectionKeys => db.Set<DataProtectionKey>();
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<AuditEntry>(e =>
        {
            e.ToTable("audit_entries");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.ActorName).HasMaxLength(200);
            e.Property(x => x.Entity).HasMaxLength(100);
            e.Property(x => x.Action).HasMaxLength(40);
            e.HasIndex(x => new { x.Entity, x.EntityId, x.At });
            e.HasIndex(x => x.At);
        });
        SecurityLog.Map(model);
        model.Entity<OutboxMessage>(e =>
        {
            e.ToTable("outbox_messages");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Event).HasMaxLength(200);
            e.Property(x => x.Reaction).HasMaxLength(200);
            e.Property(x => x.LockedBy).HasMaxLength(100);
            e.Property(x => x.LastError).HasMaxLength(4000);
            e.HasIndex(x => new { x.State, x.AvailableAt });
        });
        Mail.MailLedger.Map(model);
        model.Entity<StoredFile>(e =>
        {
            e.ToTable("files");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Name).HasMaxLength(StoredFile.LongestName);
            e.Property(x => x.ContentType).HasMaxLength(200);
            e.Property(x => x.Sha256).HasMaxLength(64);
            e.Property(x => x.OwnerKind).HasMaxLength(100);
            e.HasIndex(x => new { x.OwnerKind, x.OwnerId });
            e.HasIndex(x => x.Sha256);
        });
        model.Entity<IdempotencyRecord>(e =>
        {
            e.ToTable("idempotency_records");
            e.HasKey(x => x.Key);
            e.Property(x => x.Key).HasMaxLength(64);
            e.Property(x => x.RequestHash).HasMaxLength(64);
            e.HasIndex(x => x.CreatedAt);
        });
        model.Entity<DataProtectionKey>(e =>
        {
            e.ToTable("data_protection_keys");
            e.Property(x => x.FriendlyName).HasMaxLength(200);
        });
        model.Entity<SequenceRow>(e =>
        {
            e.ToTable("sequences");
            e.HasKey(x => x.Name);
            e.Property(x => x.Name).HasMaxLength(60);
        });
    }
}

/// <summary>A key of ASP.NET Core's data protection, shared by all nodes.</summary>
public sealed class DataProtectionKey
{
    public int Id { get; init; }

    public string FriendlyName { get; init; } = "";

    public string Xml { get; init; } = "";
}

/// <summary>A sequence on SQLite, which has none of its own. The servers use real ones.</summary>
internal sealed class SequenceRow
{
    public string Name { get; init; } = "";

    public long NextValue { get; init; }
}
