using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record CreateServiceAccountInput(string Name, IReadOnlyList<string> Roles, IReadOnlyList<TeamId>? TeamIds = null);

internal sealed record CreateServiceAccountPayload(User? User);

/// <summary>An account for a program. It works by access tokens only; nobody can sign in with it.</summary>
internal static class CreateServiceAccount
{
    public static async Task<CreateServiceAccountPayload> Run(CreateServiceAccountInput input, CrmDb db, Caller caller, RoleCatalog catalog, TimeProvider clock, CancellationToken ct)
    {
        await RoleRules.RequireToGive(caller, input.Roles, db, catalog, ct);
        var account = User.ForProgram(input.Name, input.Roles, clock.Now());
        await TeamsOf.Set(db, caller, account.Id, input.TeamIds ?? [], ct);
        db.Add(account);
        db.Log(new SecurityNews(SecurityEvents.UserCreated, UserId.TypeName, account.Id.Value, account.Name, $"service account; roles: {string.Join(", ", account.Roles)}"));
        await db.SaveChangesAsync(ct);
        return new CreateServiceAccountPayload(account);
    }
}
