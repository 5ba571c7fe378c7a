using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Mail;

/// <param name="State">Any of these.</param>
/// <param name="To">A part of the address.</param>
/// <param name="Kind">The kind or its beginning, for example <c>access.</c>.</param>
internal sealed record MailFilter(IReadOnlyList<MailState>? State = null, string? To = null, string? Kind = null);

internal sealed record RetryMailInput(MailId MailId);

/// <summary>What administrators see of the ledger of mails, and may do.</summary>
internal static class StaffMails
{
    public static Task<Page<SentMail>> Search(MailFilter? filter, PageArgs page, CrmDb db, CancellationToken ct)
    {
        var mails = db.Mails.AsNoTracking();
        mails = filter?.State is { Count: > 0 } states ? mails.Where(m => states.Contains(m.State)) : mails;
        mails = filter?.To?.Trim().ToLowerInvariant() is { Length: > 0 } to && SafeText.IsSafe(to) ? mails.Where(m => m.ToKey.Contains(to)) : mails;
        mails = filter?.Kind?.Trim() is { Length: > 0 } kind && SafeText.IsSafe(kind) ? mails.Where(m => m.Kind.StartsWith(kind)) : mails;
        return mails.ToPage(page, m => m.PlannedAt, m => m.Id, descending: true, ct);
    }

    public static Task<IReadOnlyDictionary<MailId, SentMail>> ByIds(IReadOnlyList<MailId> ids, CrmDb db, CancellationToken ct) =>
        db.Mails.AsNoTracking().Where(m => ids.Contains(m.Id)).ById(m => m.Id, ct);

    public static async Task<SentMail> Retry(RetryMailInput input, CrmDb db, TimeProvider clock, CancellationToken ct)
    {
        var mail = await db.Mails.FirstOrDefaultAsync(m => m.Id == input.MailId, ct).OrNotFound("This mail");
        mail.Retry(clock.Now());
        await db.SaveChangesAsync(ct);
        return mail;
    }
}
