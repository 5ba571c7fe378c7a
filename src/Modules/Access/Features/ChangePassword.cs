using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record ChangePasswordInput(string CurrentPassword, string NewPassword);

/// <summary>Changes the own password. Every other session ends at once; this one goes on with a fresh cookie.</summary>
internal static class ChangePassword
{
    public static async Task<User> Run(ChangePasswordInput input, CrmDb db, Caller caller, Passwords passwords, SignInThrottle throttle, IHttpContextAccessor http, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == caller.UserId, ct).OrNotFound("You");
        if (throttle.Try(user.Email, "password-change") is not null)
        {
            throw new RuleBroken("TOO_MANY_TRIES", "Too many tries. Please wait a minute.");
        }

        if (await passwords.Verify(db, user.Email, input.CurrentPassword, ct) is null)
        {
            throw new InvalidInput("currentPassword", "The current password is wrong.");
        }

        passwords.Check("newPassword", input.NewPassword, user.Email);
        user.SetPassword(passwords.Hash(user, input.NewPassword));
        await db.SaveChangesAsync(ct);
        if (http.HttpContext is { } context && context.User.Identity?.AuthenticationType == CookieAuthenticationDefaults.AuthenticationScheme)
        {
            await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, SignInServices.Principal(user));
        }

        return user;
    }
}
