using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>Who takes the open work over; nobody when both are absent.</summary>
internal sealed record ReassignToInput(UserId? UserId = null, TeamId? TeamId = null);

internal sealed record DeleteUserInput(UserId UserId, ReassignToInput? ReassignTo = null);

/// <summary>
/// Somebody goes for good. Sessions, tokens and factors end with this save; the open work is handed over right after it by
/// the system, and what the person wrote keeps the name.
/// </summary>
internal static class DeleteUser
{
    public static async Task<User> Run(
        DeleteUserInput input, CrmDb db, Caller caller, RoleCatalog catalog, OneTimeLinks links, SignIns signIns, CallerDirectory directory, TimeProvider clock, CancellationToken ct)
    {
        var user = await db.Users.FirstOrDefaultAsync(u => u.Id == input.UserId, ct).OrNotFound("This person");
        if (user.Id == caller.User)
        {
            throw new RuleBroken("OWN_ACCOUNT", "You cannot take your own access away; ask another administrator.");
        }

        user.RefuseRemoved();
        await RoleRules.RequireToManage(caller, user, db, catalog, ct);
        await CheckTarget(input, db, ct);
        var (now, name) = (clock.Now(), user.Name);
        await links.End(user.Id, Enum.GetValues<LinkPurpose>(), ct);
        await Departure.TakeEverything(user.Id, db, now, ct);
        user.Remove(input.ReassignTo?.UserId, input.ReassignTo?.TeamId, now);
        db.Log(new SecurityNews(SecurityEvents.UserRemoved, UserId.TypeName, user.Id.Value, name, await Target(input.ReassignTo, db, ct)));
        LastAdministrator.Keep(db);
        await signIns.EndAll(user, except: null, ct);
        directory.Forget(user.Id);
        return user;
    }

    private static async Task CheckTarget(DeleteUserInput input, CrmDb db, CancellationToken ct)
    {
        var check = new InputCheck();
        if (input.ReassignTo is { UserId: not null, TeamId: not null })
        {
            check.Add("reassignTo", "Choose a person or a team, not both.");
        }

        if (input.ReassignTo?.UserId is { } person && (person == input.UserId || !await db.Users.AnyAsync(u => u.Id == person && u.Active, ct)))
        {
            check.Add("reassignTo.userId", "This person does not exist or is not active.");
        }

        if (input.ReassignTo?.TeamId is { } team && !await db.Teams.AnyAsync(t => t.Id == team, ct))
        {
            check.Add("reassignTo.teamId", "This team does not exist.");
        }

        check.ThrowIfAny();
    }

    private static async Task<string> Target(ReassignToInput? to, CrmDb db, CancellationToken ct) => "work goes to " + (to switch
    {
        { UserId: { } person } => await db.Users.Where(u => u.Id == person).Select(u => u.Name).FirstAsync(ct),
        { TeamId: { } team } => await db.Teams.Where(t => t.Id == team).Select(t => t.Name).FirstAsync(ct),
        _ => "nobody",
    });
}
