using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record OpenConfidentialDeskInput(TeamId TeamId, string Reason);

/// <summary>
/// Break-glass: opens a confidential desk for reading for an hour. The reason stays on record, and the members of the
/// team can see who looked.
/// </summary>
internal static class OpenConfidentialDesk
{
    public static async Task<BreakGlass> Run(OpenConfidentialDeskInput input, CrmDb db, Caller caller, TimeProvider clock, CancellationToken ct)
    {
        var team = await db.Teams.FirstOrDefaultAsync(t => t.Id == input.TeamId, ct).OrNotFound("This team");
        if (!team.Confidential)
        {
            throw new RuleBroken("NOT_CONFIDENTIAL", "This desk is not confidential; no reason is needed.");
        }

        var opened = BreakGlass.Open(team.Id, caller.UserId, input.Reason, clock.Now());
        db.Add(opened);
        db.Log(new SecurityNews(SecurityEvents.GlassBroken, TeamId.TypeName, team.Id.Value, team.Name, opened.Reason));
        await db.SaveChangesAsync(ct);
        return opened;
    }
}
