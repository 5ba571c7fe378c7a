using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record WithdrawInvitationInput(UserId UserId);

internal sealed record WithdrawInvitationPayload(bool? Withdrawn);

/// <summary>Takes an invitation back. Nothing speaks of somebody who never came, so the person is gone without a trace but the log.</summary>
internal static class WithdrawInvitation
{
    public static async Task<WithdrawInvitationPayload> Run(WithdrawInvitationInput input, CrmDb db, Caller caller, RoleCatalog catalog, OneTimeLinks links, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == input.UserId, ct).OrNotFound("This person");
        user.RequireInvited();
        await RoleRules.RequireToManage(caller, user, db, catalog, ct);
        await links.End(user.Id, [LinkPurpose.Invitation], ct);
        await Departure.LeaveTeams(user.Id, db, ct);
        db.Remove(user);
        db.Log(new SecurityNews(SecurityEvents.InvitationWithdrawn, UserId.TypeName, user.Id.Value, user.Name, user.Email));
        await db.SaveChangesAsync(ct);
        return new WithdrawInvitationPayload(true);
    }
}
