using Microsoft.AspNetCore.Identity;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>An e-mail address belongs to one person. Its form is checked where it is read, by <see cref="EmailAddress"/>.</summary>
internal sealed class UniqueEmail : IUserValidator<User>
{
    public async Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user) =>
        await manager.FindByEmailAsync(user.Email) is { } other && other.Id != user.Id
            ? IdentityResult.Failed(manager.ErrorDescriber.DuplicateEmail(user.Email))
            : IdentityResult.Success;
}

/// <summary>Compares e-mail addresses as the rest of the system does; what is no address is nobody's.</summary>
internal sealed class EmailKeys : ILookupNormalizer
{
    public string? NormalizeEmail(string? email) => EmailAddress.TryParse(email, out var address) ? address.Key : "";

    public string? NormalizeName(string? name) => NormalizeEmail(name);
}
