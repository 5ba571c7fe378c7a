using Microsoft.AspNetCore.Identity;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record CreateUserInput(string Name, string Email, string Password, IReadOnlyList<string> Roles, IReadOnlyList<TeamId> TeamIds, string? Language = null, string? TimeZone = null);

internal static class CreateUser
{
    public static async Task<User> Run(CreateUserInput input, CrmDb db, Caller caller, RoleCatalog catalog, UserManager<User> users, TimeProvider clock, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(input.Email, out var email))
        {
            throw new InvalidInput("email", "This is not an e-mail address.");
        }

        await RoleRules.RequireToGive(caller, input.Roles, db, catalog, ct);
        var user = User.Create(input.Name, email, input.Roles, clock.Now());
        user.Speak(input.Language ?? "en");
        user.LiveIn(input.TimeZone ?? "UTC");
        await TeamsOf.Set(db, caller, user.Id, input.TeamIds, ct);
        db.Log(new SecurityNews(SecurityEvents.UserCreated, UserId.TypeName, user.Id.Value, user.Name, $"roles: {string.Join(", ", user.Roles)}"));
        (await users.CreateAsync(user, input.Password)).ThrowIfRefused("password");
        return user;
    }
}
