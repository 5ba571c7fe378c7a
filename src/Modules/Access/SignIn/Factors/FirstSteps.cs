using Microsoft.AspNetCore.Identity;

namespace ServiceCrm.Access;

/// <summary>Somebody gave the right password and still owes the second factor.</summary>
/// <param name="Id">Random; a first step leads to one session.</param>
/// <param name="User">Who.</param>
/// <param name="Stamp">The security stamp at that time: a new password or a deactivation voids the step.</param>
/// <param name="Remember">Whether the browser shall keep the session.</param>
/// <param name="By">The provider that vouched for the person; null when the password did.</param>
internal sealed record FirstStep(Guid Id, Guid User, string Stamp, bool Remember, ProviderProof? By = null);

/// <summary>Carries the first step of a sign-in to the second in a cookie of the browser.</summary>
internal sealed class FirstSteps(SealedCookies cookies, UserManager<User> users)
{
    private const string Cookie = "servicecrm-step";

    public DateTimeOffset Take(User user, bool remember, ProviderProof? by = null) => cookies.Put(Cookie, new FirstStep(Guid.NewGuid(), user.Id.Value, user.SecurityStamp, remember, by));

    /// <returns>null when there is none or it no longer counts</returns>
    public async Task<(User User, FirstStep Step)?> Read() =>
        cookies.Read<FirstStep>(Cookie) is { } step && await users.FindByIdAsync(step.User.ToString()) is { Active: true } user && user.SecurityStamp == step.Stamp
            ? (user, step)
            : null;

    public void Forget() => cookies.Remove(Cookie);
}
