using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal static class ReadViewer
{
    public static Task<User> Run(CrmDb db, Caller caller, CancellationToken ct) =>
        db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == caller.UserId, ct).OrNotFound("You");
}

internal static class SearchUsers
{
    public static Task<Page<User>> Run(string? search, PageArgs page, CrmDb db, CancellationToken ct)
    {
        var users = db.Users.AsNoTracking();
        var key = SearchKey.Of(search);
        if (key.Length > 0)
        {
            var email = search!.Trim().ToLowerInvariant();
            users = users.Where(u => u.NameKey.Contains(key) || u.EmailKey.Contains(email));
        }

        return users.ToPage(page, u => u.NameKey, u => u.Id, descending: false, ct);
    }
}

internal static class ListTeams
{
    public static async Task<IReadOnlyList<Team>> Run(CrmDb db, CancellationToken ct) =>
        await db.Teams.AsNoTracking().OrderBy(t => t.NameKey).ToListAsync(ct);
}

internal sealed record Role(string Name, IReadOnlyList<string> Permissions);

internal static class ListRoles
{
    public static IReadOnlyList<Role> Run(RoleCatalog catalog) => [.. Roles.All.Select(r => new Role(r, catalog.Of(r)))];
}

internal static class ListPermissions
{
    public static IReadOnlyList<string> Run(Caller caller) => [.. caller.Permissions.Order(StringComparer.Ordinal)];
}

internal static class ListAccessTokens
{
    public static async Task<IReadOnlyList<AccessToken>> Run(CrmDb db, Caller caller, CancellationToken ct) =>
        await db.AccessTokens.AsNoTracking().Where(t => t.UserId == caller.UserId).OrderByDescending(t => t.CreatedAt).ToListAsync(ct);
}
