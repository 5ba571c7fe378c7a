using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>
/// Who somebody is that a provider sends for the first time. An address counts only when the provider has verified it and
/// the configuration ties its domain to this provider: otherwise whoever makes an account there with a colleague's address
/// would be that colleague.
/// </summary>
internal sealed class Newcomers(CrmDb db, RoleCatalog catalog, TimeProvider clock)
{
    /// <summary>The colleague with the address, linked from now on, or a new colleague where the configuration says so; saved with the session.</summary>
    /// <returns>null when there is nobody to be</returns>
    public async Task<User?> Welcome(IdentityProvider provider, ProviderIdentity identity, CancellationToken ct)
    {
        if (identity.VerifiedEmail is not { } email || !provider.EmailDomains.Contains(email.Value[(email.Value.LastIndexOf('@') + 1)..], StringComparer.OrdinalIgnoreCase))
        {
            return null;
        }

        var key = email.Key;
        var user = await db.Users.IgnoreQueryFilters([AccessTables.Visible]).FirstOrDefaultAsync(u => u.EmailKey == key, ct);
        if (user is null)
        {
            return provider.CreatePeople ? await Make(provider, identity, email, ct) : null;
        }

        // A second account of the same provider with the same address is somebody else who was given the address later.
        var another = await db.ExternalLogins.IgnoreQueryFilters([AccessTables.Visible]).AnyAsync(l => l.UserId == user.Id && l.Issuer == identity.Issuer, ct);
        if (another || !user.Active)
        {
            return null;
        }

        Link(user, provider, identity);
        return user;
    }

    public void Link(User user, IdentityProvider provider, ProviderIdentity identity)
    {
        db.Add(ExternalLogin.Link(user.Id, provider.Key, identity.Issuer, identity.Subject, identity.Label, clock.Now()));
        db.Log(new SecurityNews(SecurityEvents.AccountLinked, UserId.TypeName, user.Id.Value, user.Name, provider.Key));
    }

    /// <summary>Gives and takes the roles that groups stand for; other roles stay. Roles that are gone are left out.</summary>
    public async Task FollowGroups(User user, IdentityProvider provider, ProviderIdentity identity, CancellationToken ct)
    {
        if (provider.GroupRoles.Count == 0)
        {
            return;
        }

        var mapped = await Existing(provider.GroupRoles.Values, ct);
        var wanted = await Existing(RolesOf(provider, identity), ct);
        var roles = user.Roles.Where(r => !mapped.Contains(r, StringComparer.Ordinal)).Concat(wanted).Distinct(StringComparer.Ordinal).ToList();

        // Without any role nobody can be: who is in no group any more has no business here.
        if (roles.Count > 0 && !roles.ToHashSet(StringComparer.Ordinal).SetEquals(user.Roles))
        {
            var before = string.Join(", ", user.Roles);
            user.GiveRoles(roles);
            db.Log(new SecurityNews(SecurityEvents.UserChanged, UserId.TypeName, user.Id.Value, user.Name, $"{before} → {string.Join(", ", user.Roles)} (groups of {provider.Key})"));
        }
    }

    /// <summary>Whether groups decide about the person's roles and leave none.</summary>
    public async Task<bool> HasNoRoleLeft(User user, IdentityProvider provider, ProviderIdentity identity, CancellationToken ct)
    {
        var mapped = await Existing(provider.GroupRoles.Values, ct);
        return provider.GroupRoles.Count > 0 && user.Roles.TrueForAll(r => mapped.Contains(r, StringComparer.Ordinal)) && (await Existing(RolesOf(provider, identity), ct)).Count == 0;
    }

    private async Task<User?> Make(IdentityProvider provider, ProviderIdentity identity, EmailAddress email, CancellationToken ct)
    {
        var roles = await Existing(RolesOf(provider, identity).DefaultIfEmpty().All(r => r is null) ? provider.DefaultRoles : RolesOf(provider, identity), ct);
        if (roles.Count == 0)
        {
            return null;
        }

        var user = User.Create(string.IsNullOrWhiteSpace(identity.Name) ? email.Value.Split('@')[0] : SafeText.Cut(SafeText.Mend(identity.Name), User.LongestName), email, roles, clock.Now());
        user.Speak(Languages.Supported.FirstOrDefault(l => identity.Language?.StartsWith(l, StringComparison.OrdinalIgnoreCase) == true) ?? "en");
        db.Add(user);
        db.Log(new SecurityNews(SecurityEvents.UserCreated, UserId.TypeName, user.Id.Value, user.Name, $"by {provider.Key}, roles: {string.Join(", ", roles)}"));
        Link(user, provider, identity);
        return user;
    }

    private static List<string> RolesOf(IdentityProvider provider, ProviderIdentity identity) =>
        [.. identity.Groups.Select(g => provider.GroupRoles.GetValueOrDefault(g)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private async Task<List<string>> Existing(IEnumerable<string> roles, CancellationToken ct)
    {
        var all = (await ListRoles.Run(catalog, db, ct)).Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        return [.. roles.Where(all.Contains).Distinct(StringComparer.Ordinal)];
    }
}
