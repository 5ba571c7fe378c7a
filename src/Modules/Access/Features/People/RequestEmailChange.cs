using Microsoft.AspNetCore.Identity;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record RequestEmailChangeInput(string NewEmail, string? Password = null);

internal sealed record RequestEmailChangePayload(string? SentTo);

/// <summary>
/// Asks for another e-mail address: by the password, or by a sign-in a moment ago where there is no password. Nothing
/// changes until the new address has answered; the old one is told, with a way to stop it.
/// </summary>
internal static class RequestEmailChange
{
    public static async Task<RequestEmailChangePayload> Run(
        RequestEmailChangeInput input, CrmDb db, FreshProof proof, OneTimeLinks links, PublicLinks sites, UserManager<User> users, CancellationToken ct)
    {
        var self = await proof.Self(ct);
        var user = self.PasswordHash is null ? await proof.Require(null, ct) : await proof.RequirePassword(input.Password ?? "", ct);
        if (!EmailAddress.TryParse(input.NewEmail, out var address))
        {
            throw new InvalidInput("newEmail", "This is not an e-mail address.");
        }

        if (address.Key == user.EmailKey)
        {
            throw new InvalidInput("newEmail", "This is your e-mail address already.");
        }

        if (await users.FindByEmailAsync(address.Value) is not null)
        {
            throw new InvalidInput("newEmail", "Somebody has this e-mail address already.");
        }

        var site = sites.ForStaff();
        var confirm = await links.Make(LinkPurpose.EmailChange, user.Id, address.Value, ct);
        var undo = await links.Make(LinkPurpose.EmailChangeUndo, user.Id, user.Email, ct);
        db.Send(EmailChangeMails.Confirm(user, address.Value, PublicLinks.Page(site, "confirm-email", confirm)));
        db.Send(EmailChangeMails.Asked(user, address.Value, PublicLinks.Page(site, "undo-email", undo)));
        db.Log(new SecurityNews(SecurityEvents.EmailChangeAsked, UserId.TypeName, user.Id.Value, user.Name, $"{user.Email} → {address.Value}"));
        await db.SaveChangesAsync(ct);
        return new RequestEmailChangePayload(address.Value);
    }
}
