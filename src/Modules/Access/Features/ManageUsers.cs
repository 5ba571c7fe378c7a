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

internal sealed record UpdateUserInput(UserId UserId, string? Name = null, IReadOnlyList<string>? Roles = null, IReadOnlyList<TeamId>? TeamIds = null, bool? Active = null);

internal static class UpdateUser
{
    public static async Task<User> Run(UpdateUserInput input, CrmDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == input.UserId, ct).OrNotFound("This person");
        if (user.Id == caller.User && (input.Active == false || (input.Roles is not null && !input.Roles.Contains(Roles.Admin) && user.Roles.Contains(Roles.Admin))))
        {
            throw new RuleBroken("OWN_ACCOUNT", "You cannot take your own access away; ask another administrator.");
        }

        if (input.Name is { } name)
        {
            user.Rename(name);
        }

        if (input.Roles is { } roles)
        {
            user.GiveRoles(roles);
        }

        if (input.Active is { } active)
        {
            SetActive(user, active, clock.Now());
        }

        if (input.TeamIds is { } teams)
        {
            await TeamsOf.Set(db, user.Id, teams, ct);
        }

        await db.SaveChangesAsync(ct);
        return user;
    }

    private static void SetActive(User user, bool active, DateTimeOffset now)
    {
        if (active)
        {
            user.Activate();
        }
        else
        {
            user.Deactivate(now);
        }
    }
}

/// <summary>Puts a person into exactly the given teams.</summary>
internal static class TeamsOf
{
    public static async Task Set(CrmDb db, UserId user, IReadOnlyList<TeamId> wanted, CancellationToken ct)
    {
        var teams = await db.Teams.Include(t => t.Members).Where(t => wanted.Contains(t.Id) || t.Members.Any(m => m.UserId == user)).ToListAsync(ct);
        if (wanted.FirstOrDefault(w => teams.All(t => t.Id != w)) is { Value: var missing } && missing != Guid.Empty)
        {
            throw new InvalidInput("teamIds", "One of the teams does not exist.");
        }

        foreach (var team in teams)
        {
            var members = team.Members.Select(m => m.UserId).Where(m => m != user);
            team.SetMembers(wanted.Contains(team.Id) ? members.Append(user).ToList() : members.ToList());
        }
    }
}
