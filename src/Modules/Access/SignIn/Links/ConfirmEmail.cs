using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <param name="Token">The secret of the link.</param>
internal sealed record TokenRequest(string? Token);

/// <summary>
/// The new e-mail address is proven and counts from now on. Works without being signed in, for the mail may be read on
/// another device; sessions in other browsers end.
/// </summary>
internal static class ConfirmEmail
{
    public static Task<IResult> Run(TokenRequest input, HttpContext http, OneTimeLinks links, UserManager<User> users, SignIns signIns, CallerDirectory directory, CrmDb db, CancellationToken ct) =>
        links.Use(
            LinkPurpose.EmailChange,
            input.Token,
            http,
            async (link, user) =>
            {
                if (user.State != UserState.Active)
                {
                    return OneTimeLinks.Gone();
                }

                var old = user.Email;
                user.MoveTo(EmailAddress.Parse(link.Address!));
                await RequireFree(users, user);
                await links.End(user.Id, [LinkPurpose.PasswordReset], ct);
                db.Send(EmailChangeMails.Changed(user, old));
                db.Log(new SecurityNews(SecurityEvents.EmailChanged, UserId.TypeName, user.Id.Value, user.Name, $"{old} → {user.Email}"));

                // A session of this very person in this very browser goes on; whoever else holds one signs in again.
                if (SignInClaims.UserOf(http.User) == user.Id)
                {
                    await signIns.RenewAlone(user, ct);
                }
                else
                {
                    await signIns.EndAll(user, except: null, ct);
                }

                directory.Forget(user.Id);
                return Results.Ok(new { email = user.Email });
            },
            ct);

    /// <exception cref="RuleBroken">EMAIL_TAKEN</exception>
    public static async Task RequireFree(UserManager<User> users, User user)
    {
        if (await users.FindByEmailAsync(user.Email) is { } other && other.Id != user.Id)
        {
            throw new RuleBroken("EMAIL_TAKEN", "Somebody else has this e-mail address by now.");
        }
    }
}
