using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

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
