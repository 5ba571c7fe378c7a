using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>What somebody would leave behind, whoever may see it: counts only.</summary>
internal static class CountUserWork
{
    public static async Task<IReadOnlyList<OpenWork>> Run(UserId userId, CrmDb db, Caller caller, RoleCatalog catalog, IServiceProvider services, CancellationToken ct)
    {
        var user = await db.Users.AsNoTracking().FirstOrDefaultAsync(u => u.Id == userId, ct).OrNotFound("This person");
        await RoleRules.RequireToManage(caller, user, db, catalog, ct);
        await using var scope = services.For(Caller.System);
        var work = new List<OpenWork>();
        foreach (var holder in scope.ServiceProvider.GetServices<IHoldsWork>())
        {
            work.AddRange(await holder.Count(userId, ct));
        }

        return [.. work.Where(w => w.Count > 0)];
    }
}
