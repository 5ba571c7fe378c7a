using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>
/// What a password must be: long and not easy to guess. Which kinds of characters it has does not matter; spaces and
/// letters of every script are welcome.
/// </summary>
internal sealed class PasswordRules(IOptions<AccessOptions> options) : IPasswordValidator<User>
{
    private const int Longest = 200;
    private const int FewestDifferent = 4;

    /// <summary>Shorter names are in too many words to forbid.</summary>
    private const int ShortestName = 4;

    /// <summary>One form for what looks alike, so that the same keys on another device make the same password.</summary>
    public static string Normal(string password) => SafeText.IsSafe(password) ? password.Normalize(NormalizationForm.FormKC) : password;

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(ProblemOf(Normal(password ?? ""), user) is { } problem ? IdentityResult.Failed(problem) : IdentityResult.Success);

    private IdentityError? ProblemOf(string password, User user)
    {
        if (password.Length < options.Value.MinPasswordLength)
        {
            return Problem("PasswordTooShort", $"A password has at least {options.Value.MinPasswordLength} characters.");
        }

        if (password.Length > Longest || !SafeText.IsSafe(password))
        {
            return Problem("PasswordTooLong", $"A password has at most {Longest} characters and no broken ones.");
        }

        if (CommonPasswords.Contains(password) || password.Distinct().Count() < FewestDifferent)
        {
            return Problem("PasswordTooEasy", "This password is too easy to guess.");
        }

        return Names(user).Any(n => password.Contains(n, StringComparison.OrdinalIgnoreCase))
            ? Problem("PasswordHasName", "A password must not contain your name, your e-mail address or the name of the company: that is too easy to guess.")
            : null;
    }

    private IEnumerable<string> Names(User user) =>
        user.Name.Split(' ').Append(user.Email.Split('@')[0]).Append(options.Value.Issuer).Select(n => n.Trim()).Where(n => n.Length >= ShortestName);

    private static IdentityError Problem(string code, string message) => new() { Code = code, Description = message };
}

/// <summary>Hashes every password in its normal form.</summary>
internal sealed class NormalPasswords(IOptions<PasswordHasherOptions> options) : IPasswordHasher<User>
{
    private readonly PasswordHasher<User> _hasher = new(options);

    public string HashPassword(User user, string password) => _hasher.HashPassword(user, PasswordRules.Normal(password));

    /// <summary>What was hashed as it was typed, before there was a normal form, still fits and is then hashed anew.</summary>
    public PasswordVerificationResult VerifyHashedPassword(User user, string hashedPassword, string providedPassword)
    {
        var normal = PasswordRules.Normal(providedPassword);
        var result = _hasher.VerifyHashedPassword(user, hashedPassword, normal);
        return result == PasswordVerificationResult.Failed && normal != providedPassword && _hasher.VerifyHashedPassword(user, hashedPassword, providedPassword) != PasswordVerificationResult.Failed
            ? PasswordVerificationResult.SuccessRehashNeeded
            : result;
    }
}

/// <summary>Sets a password with the next save.</summary>
internal static class NewPassword
{
    /// <exception cref="InvalidInput">at <paramref name="path"/>, when the rules refuse it; nothing is changed then</exception>
    public static async Task Set(UserManager<User> users, User user, string? password, string path)
    {
        foreach (var rule in users.PasswordValidators)
        {
            (await rule.ValidateAsync(users, user, password)).ThrowIfRefused(path);
        }

        user.SetPassword(users.PasswordHasher.HashPassword(user, password!));
    }
}
