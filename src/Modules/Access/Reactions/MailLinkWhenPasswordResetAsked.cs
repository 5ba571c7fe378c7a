using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>
/// Looks up whether the address is somebody's and mails a link there: to the stored address, never to what was typed.
/// Not more often than the options say. Whom the limit hits still has the newest link before it.
/// </summary>
internal static class MailLinkWhenPasswordResetAsked
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    public static async Task Run(PasswordResetAsked news, CrmDb db, OneTimeLinks links, IOptions<AccessOptions> options, CancellationToken ct)
    {
        var request = await db.ResetRequests.FirstOrDefaultAsync(r => r.Id == news.RequestId, ct);
        if (request is null || await db.Users.FirstOrDefaultAsync(u => u.EmailKey == request.EmailKey && u.Active && u.Kind == UserKind.Person, ct) is not { } user)
        {
            return;
        }

        var since = news.At - Hour;
        var ofAccount = await db.ResetRequests.CountAsync(r => r.EmailKey == request.EmailKey && r.Mailed && r.At > since, ct);
        var ofAll = await db.ResetRequests.CountAsync(r => r.Mailed && r.At > since, ct);
        var why = news.Site is null ? "no mail: Access:PublicUrl is not set"
            : ofAccount >= options.Value.ResetMailsPerAccount ? "no mail: too many for this person"
            : ofAll >= options.Value.ResetMailsPerHour ? "no mail: too many for the installation"
            : null;
        db.Log(new SecurityNews(SecurityEvents.ResetAsked, UserId.TypeName, user.Id.Value, user.Name, $"from {news.From}{(why is null ? "" : $"; {why}")}"));
        if (why is null)
        {
            request.Mail();
            var secret = await links.Make(LinkPurpose.PasswordReset, user.Id, user.Email, ct);
            db.Send(AccessMails.PasswordReset(user, PublicLinks.Page(news.Site!, "reset-password", secret)));
        }

        await db.SaveChangesAsync(ct);
    }
}
