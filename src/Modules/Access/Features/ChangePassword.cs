using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record ChangePasswordInput(string CurrentPassword, string NewPassword);

/// <summary>Changes the own password. Every other session ends at once; this one goes on with a fresh cookie.</summary>
internal static class ChangePassword
{
    public static async Task<User> Run(
        ChangePasswordInput input, CrmDb db, Caller caller, UserManager<User> users, SignInManager<User> signIn, SignInThrottle throttle, IHttpContextAccessor http, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == caller.UserId, ct).OrNotFound("You");
        if (throttle.Try(user.Email, "password-change") is not null)
        {
            throw new RuleBroken("TOO_MANY_TRIES", "Too many tries. Please wait a minute.");
        }

        (await users.ChangePasswordAsync(user, input.CurrentPassword, input.NewPassword)).ThrowIfRefused("newPassword");

        // Over a socket there are no headers left to carry a cookie; such a session signs in again.
        if (http.HttpContext is { Response.HasStarted: false } context && signIn.IsSignedIn(context.User))
        {
            await signIn.RefreshSignInAsync(user);
        }

        return user;
    }
}
