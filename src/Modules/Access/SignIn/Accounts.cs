using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Errors;

namespace ServiceCrm.Access;

/// <summary>Identity's <see cref="UserManager{TUser}"/> of our users.</summary>
internal sealed class Accounts(
    IUserStore<User> store,
    IOptions<IdentityOptions> options,
    IPasswordHasher<User> hasher,
    IEnumerable<IUserValidator<User>> userRules,
    IEnumerable<IPasswordValidator<User>> passwordRules,
    ILookupNormalizer keys,
    IdentityErrorDescriber errors,
    IServiceProvider services,
    ILogger<UserManager<User>> log,
    StandIn standIn) : UserManager<User>(store, options, hasher, userRules, passwordRules, keys, errors, services, log)
{
    /// <summary>
    /// Replaces a hash of an older kind by one of today's. Identity would renew the security stamp with it and so end the
    /// person's other sessions, although the password is the same.
    /// </summary>
    public override async Task<bool> CheckPasswordAsync(User user, string password)
    {
        var result = PasswordHasher.VerifyHashedPassword(user, user.PasswordHash ?? standIn.Hash, password);
        if (result == PasswordVerificationResult.SuccessRehashNeeded)
        {
            user.Rehash(PasswordHasher.HashPassword(user, password));
            await Save(user);
        }

        return user.PasswordHash is not null && result != PasswordVerificationResult.Failed;
    }

    private async Task Save(User user)
    {
        try
        {
            await Store.UpdateAsync(user, CancellationToken);
        }
        catch (Conflict)
        {
            // Another sign-in of the same person was quicker; the password was right all the same.
        }
    }
}
