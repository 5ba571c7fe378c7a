using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal sealed record WelcomeRequest(string? Token, string? Name, string? Password);

/// <summary>Somebody who was invited comes: chooses name and password and is signed in.</summary>
internal static class AcceptInvitation
{
    public static Task<IResult> Run(WelcomeRequest input, HttpContext http, OneTimeLinks links, UserManager<User> users, SignIns signIns, CrmDb db, MeAnswer me, CancellationToken ct) =>
        links.Use(
            LinkPurpose.Invitation,
            input.Token,
            http,
            async (_, user) =>
            {
                if (user.State != UserState.Invited)
                {
                    return OneTimeLinks.Gone();
                }

                user.Join(input.Name ?? "");
                await NewPassword.Set(users, user, input.Password, "password");
                db.Log(new SecurityNews(SecurityEvents.InvitationAccepted, UserId.TypeName, user.Id.Value, user.Name));
                await db.SaveChangesAsync(ct);
                await signIns.Begin(user, SessionMethods.Invitation, remember: false, ct);
                return Results.Ok(await me.Of(user, session: null, ct));
            },
            ct);
}
