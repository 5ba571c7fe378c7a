using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>A program's account and its tokens, the newest first.</summary>
internal sealed record ServiceAccount(User User, IReadOnlyList<AccessToken> Tokens);

internal static class ListServiceAccounts
{
    public static async Task<IReadOnlyList<ServiceAccount>> Run(CrmDb db, CancellationToken ct)
    {
        var accounts = await db.Users.AsNoTracking().Where(u => u.Kind == UserKind.Service && u.RemovedAt == null).OrderBy(u => u.NameKey).ToListAsync(ct);
        var ids = accounts.Select(a => a.Id).ToList();
        var tokens = await db.AccessTokens.IgnoreQueryFilters([AccessTables.Visible]).AsNoTracking().Where(t => ids.Contains(t.UserId)).OrderByDescending(t => t.CreatedAt).ToListAsync(ct);
        return [.. accounts.Select(a => new ServiceAccount(a, [.. tokens.Where(t => t.UserId == a.Id)]))];
    }
}
