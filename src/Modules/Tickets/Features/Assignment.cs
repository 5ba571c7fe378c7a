using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Tickets;

/// <summary>Checks that work goes to people and teams that exist, and to desks that take it from the caller.</summary>
internal static class Assignment
{
    public static async Task Check(IAccess access, Caller caller, UserId? assignee, TeamId? team, CancellationToken ct)
    {
        var check = new InputCheck();
        if (assignee is { } user && !await access.IsActive(user, ct))
        {
            check.Add("assigneeId", "This person does not exist or is not active.");
        }

        if (team is { } id && (await access.Teams([id], ct)).Count == 0)
        {
            check.Add("teamId", "This team does not exist.");
        }

        check.ThrowIfAny();
        caller.RequireToMoveTo(team);
    }
}
