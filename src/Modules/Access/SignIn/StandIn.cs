using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>
/// Whom a password is checked against when nobody has the e-mail address, so that an unknown person costs the same time
/// as a known one. Its password is random and known to nobody.
/// </summary>
internal sealed class StandIn
{
    public StandIn(IPasswordHasher<User> hasher, TimeProvider clock)
    {
        User = User.Create("Nobody", EmailAddress.Parse("nobody@servicecrm.invalid"), [Roles.Analyst], clock.Now());
        Hash = hasher.HashPassword(User, Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        User.SetPassword(Hash);
    }

    public User User { get; }

    public string Hash { get; }
}
