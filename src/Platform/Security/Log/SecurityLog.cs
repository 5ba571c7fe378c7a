using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Security;

/// <summary>Writes the security log: entries are appended in the transaction of what they tell of, and never changed.</summary>
public static class SecurityLog
{
    /// <summary>What the first entry carries as the hash before it.</summary>
    public const string Start = "0000000000000000000000000000000000000000000000000000000000000000";

    internal const int LongestDetails = 2_000;
    internal const int LongestAgent = 300;
    private const int LongestName = 300;

    extension(CrmDb db)
    {
        public DbSet<SecurityEntry> SecurityEntries => db.Set<SecurityEntry>();

        /// <summary>Appends with the next save: both or neither.</summary>
        public void Log(SecurityNews news) => db.BeforeSave(ct => Append(db, news, ct));

        /// <summary>Appends now, for what changes no row: a refused sign-in, a download. Also for callers who may only read.</summary>
        /// <exception cref="InvalidOperationException">when something is changed and not saved: that goes with <see cref="Log"/></exception>
        public Task LogNow(SecurityNews news, CancellationToken ct)
        {
            if (db.ChangeTracker.HasChanges())
            {
                throw new InvalidOperationException("What changes rows is logged with its save.");
            }

            db.Log(news);
            return db.InTransactionOfAnybody(() => db.SaveChangesAsync(ct), ct);
        }
    }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<SecurityEntry>(e =>
        {
            e.ToTable("security_log");
            e.HasKey(x => x.Sequence);
            e.Property(x => x.Sequence).ValueGeneratedNever();
            e.Property(x => x.Kind).HasMaxLength(60);
            e.Property(x => x.ActorName).HasMaxLength(LongestName);
            e.Property(x => x.SubjectType).HasMaxLength(60);
            e.Property(x => x.SubjectName).HasMaxLength(LongestName);
            e.Property(x => x.Address).HasMaxLength(60);
            e.Property(x => x.UserAgent).HasMaxLength(LongestAgent);
            e.Property(x => x.Details).HasMaxLength(LongestDetails);
            e.Property(x => x.PreviousHash).HasMaxLength(64);
            e.Property(x => x.Hash).HasMaxLength(64);
            e.HasIndex(x => new { x.Kind, x.Sequence });
            e.HasIndex(x => new { x.ActorId, x.Sequence });
            e.HasIndex(x => x.At);
        });
        model.Entity<SecurityLogHead>(e =>
        {
            e.ToTable("security_log_head");
            e.Property(x => x.Id).ValueGeneratedNever();
            e.Property(x => x.Hash).HasMaxLength(64);
            e.HasData(new SecurityLogHead());
        });
    }

    private static async Task Append(CrmDb db, SecurityNews news, CancellationToken ct)
    {
        // The update takes the lock of the one row; what is read after it is the end of the chain until this transaction ends.
        await db.Set<SecurityLogHead>().ExecuteUpdateAsync(set => set.SetProperty(h => h.Sequence, h => h.Sequence + 1), ct);
        var head = await db.Set<SecurityLogHead>().AsNoTracking().SingleAsync(ct);
        var entry = EntryOf(db, news, head);
        entry = entry with { Hash = entry.ComputeHash() };
        await db.Set<SecurityLogHead>().ExecuteUpdateAsync(set => set.SetProperty(h => h.Hash, entry.Hash), ct);
        db.Add(entry);
    }

    private static SecurityEntry EntryOf(CrmDb db, SecurityNews news, SecurityLogHead head) => new()
    {
        Sequence = head.Sequence,
        Id = EntityId.New<SecurityEntryId>(db.Time.Now()),
        At = db.Time.Now(),
        Kind = news.Kind,
        ActorKind = db.Caller.Kind,
        ActorId = db.Caller.User,
        ActorName = Short(db.Caller.Name, LongestName)!,
        SubjectType = news.SubjectType,
        SubjectId = news.SubjectId,
        SubjectName = Short(news.SubjectName, LongestName),
        Address = Short(db.Origin?.Address, 60),
        UserAgent = Short(db.Origin?.UserAgent, LongestAgent),
        Details = Short(news.Details, LongestDetails),
        PreviousHash = head.Hash,
    };

    // What cannot be stored must not stop the entry: a stranger chooses the user agent.
    private static string? Short(string? text, int most) => text is null ? null : SafeText.Cut(new string([.. text.Where(c => c != 0 && !char.IsSurrogate(c))]), most);
}
