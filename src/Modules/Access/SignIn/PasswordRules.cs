using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>What a password must be: long and not easy to guess. Which kinds of characters it has does not matter.</summary>
internal sealed class PasswordRules(IOptions<AccessOptions> options) : IPasswordValidator<User>
{
    private const int Longest = 200;
    private const int FewestDifferent = 4;

    /// <summary>Passwords so common that length does not help; compared without case.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "12345678910", "0123456789", "qwertyuiop", "password123", "password1234", "passwort123", "iloveyou123", "qwerty12345", "1q2w3e4r5t",
        "administrator", "welcome123", "letmein123", "changeme123", "1111111111", "0000000000", "aaaaaaaaaa", "abcdefghij", "servicecrm", "servicecrm1",
    };

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(ProblemOf(password ?? "", user.Email) is { } problem ? IdentityResult.Failed(problem) : IdentityResult.Success);

    private IdentityError? ProblemOf(string password, string email)
    {
        if (password.Length < options.Value.MinPasswordLength)
        {
            return Problem("PasswordTooShort", $"A password has at least {options.Value.MinPasswordLength} characters.");
        }

        if (password.Length > Longest || !SafeText.IsSafe(password))
        {
            return Problem("PasswordTooLong", $"A password has at most {Longest} characters and no broken ones.");
        }

        return Common.Contains(password) || string.Equals(password, email, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < FewestDifferent
            ? Problem("PasswordTooEasy", "This password is too easy to guess.")
            : null;
    }

    private static IdentityError Problem(string code, string message) => new() { Code = code, Description = message };
}
