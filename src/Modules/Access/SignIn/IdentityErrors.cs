using Microsoft.AspNetCore.Identity;
using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Access;

/// <summary>Identity's errors in our words.</summary>
internal sealed class IdentityErrors : IdentityErrorDescriber
{
    public override IdentityError DuplicateEmail(string email) => new() { Code = nameof(DuplicateEmail), Description = "Somebody has this e-mail address already." };

    public override IdentityError PasswordMismatch() => new() { Code = nameof(PasswordMismatch), Description = "The current password is wrong." };
}

internal static class IdentityResults
{
    /// <param name="result">What Identity answered.</param>
    /// <param name="passwordPath">The field in which the caller sent the new password.</param>
    /// <exception cref="InvalidInput">with every error at its field, unless Identity agreed</exception>
    public static void ThrowIfRefused(this IdentityResult result, string passwordPath)
    {
        if (!result.Succeeded)
        {
            throw new InvalidInput([.. result.Errors.Select(e => new FieldProblem(PathOf(e.Code, passwordPath), e.Description))]);
        }
    }

    private static string PathOf(string code, string passwordPath) => code switch
    {
        nameof(IdentityErrorDescriber.DuplicateEmail) => "email",
        nameof(IdentityErrorDescriber.PasswordMismatch) => "currentPassword",
        _ => passwordPath,
    };
}
