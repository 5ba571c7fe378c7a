using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <param name="From">The first moment of the absence.</param>
/// <param name="Until">The first moment after it.</param>
/// <param name="SubstituteId">Who takes work that comes in meanwhile.</param>
/// <param name="Note">For colleagues.</param>
/// <param name="UserId">Whose; the caller's own when absent.</param>
/// <param name="AbsenceId">The absence to change; a new one when absent.</param>
internal sealed record PlanAbsenceInput(DateTimeOffset From, DateTimeOffset Until, UserId? SubstituteId = null, string? Note = null, UserId? UserId = null, AbsenceId? AbsenceId = null);

/// <summary>Says when somebody is away and who stands in; two absences of one person cannot overlap.</summary>
internal static class PlanAbsence
{
    public static async Task<Absence> Run(PlanAbsenceInput input, CrmDb db, Caller caller, RoleCatalog catalog, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.Now();
        var user = await AbsenceRules.Find(input.UserId ?? caller.UserId, db, caller, catalog, ct);
        var others = await db.Absences.Where(a => a.UserId == user.Id && a.Until > now).ToListAsync(ct);
        var absence = input.AbsenceId is { } id ? others.Find(a => a.Id == id) ?? throw new NotFound("This absence") : null;
        if (others.Any(a => a != absence && a.Overlaps(input.From, input.Until)))
        {
            throw new InvalidInput("from", "This overlaps another absence.");
        }

        if (input.SubstituteId is { } substitute && !await db.Users.AnyAsync(u => u.Id == substitute && u.Active && u.Kind == UserKind.Person, ct))
        {
            throw new InvalidInput("substituteId", "This person does not exist or is not active.");
        }

        if (absence is null)
        {
            absence = Absence.Plan(user.Id, input.From, input.Until, input.SubstituteId, input.Note, now);
            db.Add(absence);
        }
        else
        {
            absence.Change(input.From, input.Until, input.SubstituteId, input.Note, now);
        }

        user.NoteAbsence(now);
        db.Log(AbsenceRules.News(user, $"{absence.From:u} to {absence.Until:u}"));
        await db.SaveChangesAsync(ct);
        return absence;
    }
}
