using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Mail;

/// <summary>
/// Sending mail: <c>db.Send(mail)</c> writes a row of the ledger with the change that causes it; the relay hands it to the mail
/// server after the commit. A change that is rolled back sends nothing; a mail of a change that was saved is never lost.
/// </summary>
public static class MailLedger
{
    extension(CrmDb db)
    {
        /// <summary>Every mail of the last months and where it stands.</summary>
        public DbSet<SentMail> Mails => db.Set<SentMail>();

        /// <summary>Plans a mail; it is sent once the next save is committed.</summary>
        /// <returns>its key in the ledger</returns>
        public MailId Send(OutgoingMail mail)
        {
            var planned = SentMail.Plan(mail, mail.From?.Address.AsciiDomain ?? db.Steps.Mail.Domain, db.Time.Now());
            db.Add(planned);
            return planned.Id;
        }
    }

    internal static void Map(ModelBuilder model) => model.Entity<SentMail>(e =>
    {
        e.ToTable("mails");
        e.Property(x => x.Id).ValueGeneratedNever();
        e.Property(x => x.Kind).HasMaxLength(SentMail.LongestKind);
        e.Property(x => x.To).HasMaxLength(254);
        e.Property(x => x.ToKey).HasMaxLength(254);
        e.Property(x => x.ToName).HasMaxLength(SentMail.LongestName);
        e.Property(x => x.FromAddress).HasMaxLength(254);
        e.Property(x => x.FromName).HasMaxLength(SentMail.LongestName);
        e.Property(x => x.Subject).HasMaxLength(SentMail.LongestSubject);
        e.Property(x => x.MessageId).HasMaxLength(320);
        e.Property(x => x.ClaimedBy).HasMaxLength(100);
        e.Property(x => x.LastError).HasMaxLength(SentMail.LongestError);
        e.Property(x => x.Fence).IsConcurrencyToken();
        e.Ignore(x => x.ShownText);
        e.HasIndex(x => new { x.DueAt, x.Id }).HasFilter("due_at IS NOT NULL");
        e.HasIndex(x => new { x.PlannedAt, x.Id });
        e.HasIndex(x => x.ForId);
        e.HasIndex(x => x.ToKey);
    });
}
