using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Password rules and checks, on ASP.NET Core Identity's hasher.</summary>
internal sealed class Passwords(IPasswordHasher<User> hasher, IOptions<AccessOptions> options)
{
    /// <summary>Passwords so common that length does not help; compared without case.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase)
    {
        "1234567890", "12345678910", "0123456789", "qwertyuiop", "password123", "password1234", "passwort123", "iloveyou123", "qwerty12345", "1q2w3e4r5t",
        "administrator", "welcome123", "letmein123", "changeme123", "1111111111", "0000000000", "aaaaaaaaaa", "abcdefghij", "servicecrm", "servicecrm1",
    };

    private readonly string _dummyHash = hasher.HashPassword(null!, Guid.NewGuid().ToString());

    public string Hash(User user, string password) => hasher.HashPassword(user, password);

    /// <exception cref="InvalidInput">with what is wrong with the password</exception>
    public void Check(string path, string password, string email)
    {
        var check = new InputCheck();
        if (password.Length < options.Value.MinPasswordLength)
        {
            check.Add(path, $"A password has at least {options.Value.MinPasswordLength} characters.");
        }
        else if (password.Length > 200 || !SafeText.IsSafe(password))
        {
            check.Add(path, "A password has at most 200 characters and no broken ones.");
        }
        else if (Common.Contains(password) || string.Equals(password, email, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 4)
        {
            check.Add(path, "This password is too easy to guess.");
        }

        check.ThrowIfAny();
    }

    /// <summary>Whether the password is right. An unknown person costs the same time as a known one.</summary>
    public async Task<User?> Verify(CrmDb db, string email, string password, CancellationToken ct)
    {
        var key = EmailAddress.TryParse(email, out var address) ? address.Key : "";
        var user = await db.Users.IgnoreQueryFilters([AccessTables.Visible]).FirstOrDefaultAsync(u => u.EmailKey == key, ct);
        var result = hasher.VerifyHashedPassword(user!, user?.PasswordHash ?? _dummyHash, SafeText.Cut(password, 200));
        if (user is not { Active: true, PasswordHash: not null } || result == PasswordVerificationResult.Failed)
        {
            return null;
        }

        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            user.Rehash(Hash(user, password));
            await db.SaveChangesAsync(ct);
        }

        return user;
    }
}
