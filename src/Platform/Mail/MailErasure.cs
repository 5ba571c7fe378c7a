using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Platform.Mail;

/// <summary>Finding and forgetting the mails to somebody.</summary>
public static class MailErasure
{
    // Mails to staff begin so; an address of a colleague may be a customer's too.
    private const string ToStaff = "access.";

    extension(CrmDb db)
    {
        /// <summary>The mails for a customer, and those for customers that went to one of the addresses, oldest first.</summary>
        /// <param name="customer">The key of the customer.</param>
        /// <param name="addresses">Comparable addresses.</param>
        public IQueryable<SentMail> MailsTo(Guid customer, IReadOnlyCollection<string> addresses) =>
            db.Mails.Where(m => m.ForId == customer || (m.ForId == null && addresses.Contains(m.ToKey) && !m.Kind.StartsWith(ToStaff))).OrderBy(m => m.PlannedAt).ThenBy(m => m.Id);

        /// <summary>Takes them out of the ledger, and out of the folder where there is one. What is not sent yet never is.</summary>
        /// <returns>how many there were</returns>
        public async Task<int> ForgetMails(Guid customer, IReadOnlyCollection<string> addresses, IMailTransport transport, CancellationToken ct)
        {
            var ids = await db.MailsTo(customer, addresses).Select(m => m.Id).ToListAsync(ct);
            foreach (var some in ids.Chunk(500))
            {
                await db.Mails.Where(m => some.Contains(m.Id)).ExecuteDeleteAsync(ct);
            }

            db.AfterCommit(() =>
            {
                transport.Forget(ids);
                return Task.CompletedTask;
            });
            return ids.Count;
        }
    }
}
