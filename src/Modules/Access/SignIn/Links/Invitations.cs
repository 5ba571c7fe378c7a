using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>Plans the mail of an invitation.</summary>
internal sealed class Invitations(CrmDb db, Caller caller, OneTimeLinks links, PublicLinks sites, IOptions<MailOptions> mail)
{
    /// <summary>A new link, which takes the place of an older one.</summary>
    /// <returns>the link, where no mail server would carry it; the mail proves the address, so whoever invites does not see it otherwise</returns>
    public async Task<string?> Send(User user, CancellationToken ct)
    {
        var secret = await links.Make(LinkPurpose.Invitation, user.Id, user.Email, ct);
        var link = PublicLinks.Page(sites.ForStaff(), "welcome", secret);
        db.Send(AccessMails.Invitation(user, caller.Name, link));
        return mail.Value.Host.Length == 0 ? link : null;
    }
}
