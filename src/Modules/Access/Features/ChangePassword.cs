using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record ChangePasswordInput(string CurrentPassword, string NewPassword);

/// <summary>Changes the own password. Every other session ends at once; this one goes on with a fresh cookie.</summary>
internal static class ChangePassword
{
    public static async Task<User> Run(ChangePasswordInput input, CrmDb db, Caller caller, UserManager<User> users, SignIns signIns, SignInThrottle throttle, OneTimeLinks links, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == caller.UserId, ct).OrNotFound("You");
        if (throttle.Try(user.Email, "password-change") is not null)
        {
            throw new RuleBroken("TOO_MANY_TRIES", "Too many tries. Please wait a minute.");
        }

        db.Send(AccessMails.PasswordChanged(user));
        await links.End(user.Id, [LinkPurpose.PasswordReset, LinkPurpose.EmailChange], ct);
        db.Log(new SecurityNews(SecurityEvents.PasswordChanged, UserId.TypeName, user.Id.Value, user.Name));
        (await users.ChangePasswordAsync(user, input.CurrentPassword, input.NewPassword)).ThrowIfRefused("newPassword");
        await signIns.RenewAlone(user, ct);
        return user;
    }
}
