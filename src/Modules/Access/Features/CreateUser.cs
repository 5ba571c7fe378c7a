using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record CreateUserInput(string Name, string Email, string Password, IReadOnlyList<string> Roles, IReadOnlyList<TeamId> TeamIds, string? Language = null, string? TimeZone = null);

internal static class CreateUser
{
    public static async Task<User> Run(CreateUserInput input, CrmDb db, Passwords passwords, TimeProvider clock, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(input.Email, out var email))
        {
            throw new InvalidInput("email", "This is not an e-mail address.");
        }

        if (await db.Users.AnyAsync(u => u.EmailKey == email.Key, ct))
        {
            throw new InvalidInput("email", "Somebody has this e-mail address already.");
        }

        passwords.Check("password", input.Password, email.Value);
        var user = User.Create(input.Name, email, input.Roles, clock.Now());
        user.Speak(input.Language ?? "en");
        user.LiveIn(input.TimeZone ?? "UTC");
        user.SetPassword(passwords.Hash(user, input.Password));
        db.Add(user);
        await TeamsOf.Set(db, user.Id, input.TeamIds, ct);
        await db.SaveChangesAsync(ct);
        return user;
    }
}
