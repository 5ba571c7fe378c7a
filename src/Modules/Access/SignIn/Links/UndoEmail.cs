using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>
/// Whoever owned the address before takes the account back: the address counts again, nobody is signed in any more, the
/// password is void and a new one is set by a link to that address. What was made since as a way in goes too.
/// </summary>
internal static class UndoEmail
{
    private static readonly LinkPurpose[] Others = [LinkPurpose.EmailChange, LinkPurpose.PasswordReset];

    public static Task<IResult> Run(
        TokenRequest input, HttpContext http, OneTimeLinks links, PublicLinks sites, UserManager<User> users, SignIns signIns, CallerDirectory directory, CrmDb db, TimeProvider clock, CancellationToken ct) =>
        links.Use(
            LinkPurpose.EmailChangeUndo,
            input.Token,
            http,
            async (link, user) =>
            {
                var wrong = user.Email;
                user.MoveTo(EmailAddress.Parse(link.Address!));
                await ConfirmEmail.RequireFree(users, user);
                user.SetPassword(null);
                await links.End(user.Id, Others, ct);
                await EndUndosSince(link, db, clock.Now(), ct);
                await CloseWaysInSince(link, db, clock.Now(), ct);
                var site = sites.ForStrangers();
                if (user.Active && site is not null)
                {
                    var secret = await links.Make(LinkPurpose.PasswordReset, user.Id, user.Email, ct);
                    db.Send(AccessMails.PasswordReset(user, PublicLinks.Page(site, "reset-password", secret)));
                }

                db.Log(new SecurityNews(SecurityEvents.EmailChangeUndone, UserId.TypeName, user.Id.Value, user.Name, $"{wrong} → {user.Email}"));
                await signIns.EndAll(user, except: null, ct);
                directory.Forget(user.Id);
                return Results.Ok(new { email = user.Email, mailed = user.Active && site is not null });
            },
            ct);

    // A change after this one was made by whoever had taken the account; its undo would give it to them again.
    private static async Task EndUndosSince(OneTimeLink link, CrmDb db, DateTimeOffset now, CancellationToken ct)
    {
        var later = await db.OneTimeLinks.IgnoreQueryFilters([AccessTables.Visible])
            .Where(l => l.UserId == link.UserId && l.Purpose == LinkPurpose.EmailChangeUndo && l.CreatedAt >= link.CreatedAt && l.UsedAt == null && l.EndedAt == null).ToListAsync(ct);
        later.Where(l => l.Id != link.Id).ToList().ForEach(l => l.End(now));
    }

    private static async Task CloseWaysInSince(OneTimeLink link, CrmDb db, DateTimeOffset now, CancellationToken ct)
    {
        var (user, since) = (link.UserId, link.CreatedAt);
        db.RemoveRange(await db.Passkeys.IgnoreQueryFilters([AccessTables.Visible]).Where(p => p.UserId == user && p.CreatedAt >= since).ToListAsync(ct));
        db.RemoveRange(await db.Authenticators.IgnoreQueryFilters([AccessTables.Visible]).Where(a => a.UserId == user && a.ConfirmedAt >= since).ToListAsync(ct));
        var tokens = await db.AccessTokens.IgnoreQueryFilters([AccessTables.Visible]).Where(t => t.UserId == user && t.CreatedAt >= since && t.RevokedAt == null).ToListAsync(ct);
        tokens.ForEach(t => t.Revoke(now));
    }
}
