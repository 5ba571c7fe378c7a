using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record ResetPasswordRequest(string? Token, string? Password);

/// <summary>
/// Sets a new password by a mailed link. Nobody is signed in by it: the next sign-in still asks for the second factor.
/// Every session ends; access tokens stay, for they stop by being revoked.
/// </summary>
internal static class ResetPassword
{
    public static Task<IResult> Run(
        ResetPasswordRequest input, HttpContext http, OneTimeLinks links, UserManager<User> users, SignIns signIns, CallerDirectory directory, KnownDevices devices, CrmDb db, CancellationToken ct) =>
        links.Use(
            LinkPurpose.PasswordReset,
            input.Token,
            http,
            async (_, user) =>
            {
                if (user.State != UserState.Active)
                {
                    return OneTimeLinks.Gone();
                }

                await NewPassword.Set(users, user, input.Password, "password");
                await links.End(user.Id, [LinkPurpose.EmailChange], ct);
                db.Send(AccessMails.PasswordChanged(user));
                db.Log(new SecurityNews(SecurityEvents.PasswordReset, UserId.TypeName, user.Id.Value, user.Name));
                await signIns.EndAll(user, except: null, ct);
                directory.Forget(user.Id);
                devices.Remember(user.Id);
                return Results.Ok(new { });
            },
            ct);
}
