using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

internal sealed record EndAbsenceInput(AbsenceId AbsenceId);

internal sealed record EndAbsencePayload(User? User);

/// <summary>Somebody is back early, or does not go at all.</summary>
internal static class EndAbsence
{
    public static async Task<EndAbsencePayload> Run(EndAbsenceInput input, CrmDb db, Caller caller, RoleCatalog catalog, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var absence = await db.Absences.FirstOrDefaultAsync(a => a.Id == input.AbsenceId, ct).OrNotFound("This absence");
        var user = await AbsenceRules.Find(absence.UserId, db, caller, catalog, ct);
        if (absence.Covers(now) && absence.From < now)
        {
            absence.End(now);
        }
        else
        {
            db.Remove(absence);
        }

        user.NoteAbsence(now);
        db.Log(AbsenceRules.News(user, "ended or taken back"));
        await db.SaveChangesAsync(ct);
        return new EndAbsencePayload(user);
    }
}
