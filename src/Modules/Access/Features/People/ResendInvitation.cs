using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record ResendInvitationInput(UserId UserId);

internal sealed record ResendInvitationPayload(User? User, string? Link);

/// <summary>Mails a new link to somebody who was invited; the old one is void.</summary>
internal static class ResendInvitation
{
    public static async Task<ResendInvitationPayload> Run(ResendInvitationInput input, CrmDb db, Caller caller, RoleCatalog catalog, Invitations invitations, TimeProvider clock, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == input.UserId, ct).OrNotFound("This person");
        await RoleRules.RequireToManage(caller, user, db, catalog, ct);
        user.InviteUntil(clock.Now() + OneTimeLink.Lasts(LinkPurpose.Invitation));
        var link = await invitations.Send(user, ct);
        db.Log(new SecurityNews(SecurityEvents.UserInvited, UserId.TypeName, user.Id.Value, user.Name, "again"));
        await db.SaveChangesAsync(ct);
        return new ResendInvitationPayload(user, link);
    }
}
