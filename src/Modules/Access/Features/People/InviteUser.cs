using Microsoft.AspNetCore.Identity;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record InviteUserInput(string Email, string Name, IReadOnlyList<string> Roles, IReadOnlyList<TeamId> TeamIds, string? Language = null, string? TimeZone = null);

/// <summary>The link is in this answer only where no mail server is set up, and nowhere else.</summary>
internal sealed record InviteUserPayload(User? User, string? Link);

/// <summary>Makes a person who is to come, and mails a link with which they come.</summary>
internal static class InviteUser
{
    public static async Task<InviteUserPayload> Run(
        InviteUserInput input, CrmDb db, Caller caller, RoleCatalog catalog, UserManager<User> users, Invitations invitations, TimeProvider clock, CancellationToken ct)
    {
        if (!EmailAddress.TryParse(input.Email, out var email))
        {
            throw new InvalidInput("email", "This is not an e-mail address.");
        }

        await RoleRules.RequireToGive(caller, input.Roles, db, catalog, ct);
        var now = clock.Now();
        var user = User.Invite(input.Name, email, input.Roles, now + OneTimeLink.Lasts(LinkPurpose.Invitation), now);
        user.Speak(input.Language ?? "en");
        user.LiveIn(input.TimeZone ?? "UTC");
        await TeamsOf.Set(db, caller, user.Id, input.TeamIds, ct);
        var link = await invitations.Send(user, ct);
        db.Log(new SecurityNews(SecurityEvents.UserInvited, UserId.TypeName, user.Id.Value, user.Name, $"{user.Email}; roles: {string.Join(", ", user.Roles)}"));
        (await users.CreateAsync(user)).ThrowIfRefused("email");
        return new InviteUserPayload(user, link);
    }
}
