using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Access;

/// <summary>A group of the provider and the role that its members have.</summary>
internal sealed record GroupRole(string Group, string Role, bool Exists);

/// <summary>How people sign in to this installation; set in the configuration, shown to administrators.</summary>
internal sealed record SignInSettings(int MinPasswordLength, PasswordSignIn Passwords, IReadOnlyList<ProviderView> Providers);

/// <summary>A configured provider, without its secret.</summary>
internal sealed record ProviderView(IdentityProvider Provider, IReadOnlyList<GroupRole> GroupRoles);

internal static class ReadSignInSettings
{
    public static async Task<SignInSettings> Run(IOptions<SingleSignOnOptions> options, IOptions<AccessOptions> access, RoleCatalog catalog, CrmDb db, CancellationToken ct)
    {
        var roles = (await ListRoles.Run(catalog, db, ct)).ToDictionary(r => r.Key, r => r.Name, StringComparer.Ordinal);
        return new SignInSettings(
            access.Value.MinPasswordLength,
            options.Value.Passwords,
            [.. options.Value.Providers.Select(p => new ProviderView(p, [.. p.GroupRoles.OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => new GroupRole(g.Key, roles.GetValueOrDefault(g.Value, g.Value), roles.ContainsKey(g.Value)))]))]);
    }

    /// <summary>How many people have linked an account of the provider.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> LinkedPeople(IReadOnlyList<string> providers, CrmDb db, CancellationToken ct)
    {
        var counts = await db.ExternalLogins.IgnoreQueryFilters([AccessTables.Visible]).Where(l => providers.Contains(l.Provider)).GroupBy(l => l.Provider)
            .Select(g => new { g.Key, People = g.Select(l => l.UserId).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.People, ct);
        return providers.Distinct(StringComparer.Ordinal).ToDictionary(p => p, p => counts.GetValueOrDefault(p), StringComparer.Ordinal);
    }
}
