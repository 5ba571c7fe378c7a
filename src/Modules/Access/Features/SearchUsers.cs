using Microsoft.EntityFrameworkCore;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal static class SearchUsers
{
    private static readonly UserState[] Present = [UserState.Invited, UserState.Active, UserState.Deactivated];

    /// <summary>People by name; those who were removed and programs only where they are asked for.</summary>
    public static Task<Page<User>> Run(string? search, IReadOnlyList<UserState>? states, UserKind? kind, PageArgs page, CrmDb db, CancellationToken ct)
    {
        var wanted = states is { Count: > 0 } ? states : Present;
        var (invited, active, inactive, removed) = (wanted.Contains(UserState.Invited), wanted.Contains(UserState.Active), wanted.Contains(UserState.Deactivated), wanted.Contains(UserState.Removed));
        var ofKind = kind ?? UserKind.Person;
        var users = db.Users.AsNoTracking().Where(u => u.Kind == ofKind && (u.RemovedAt != null ? removed : u.InvitedUntil != null ? invited : u.Active ? active : inactive));
        var key = SearchKey.Of(search);
        if (key.Length > 0)
        {
            var email = search!.Trim().ToLowerInvariant();
            users = users.Where(u => u.NameKey.Contains(key) || u.EmailKey.Contains(email));
        }

        return users.ToPage(page, u => u.NameKey, u => u.Id, descending: false, ct);
    }
}
