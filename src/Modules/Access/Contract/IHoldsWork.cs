using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access.Contract;

/// <summary>A kind of open work of one person, and how much there is.</summary>
/// <param name="Kind">A stable name, <c>module.thing</c>, for example <c>tickets.assigned</c>.</param>
/// <param name="Count">How many.</param>
public sealed record OpenWork(string Kind, int Count);

/// <summary>Who takes work over: a person, a team, or nobody when both are null.</summary>
public sealed record WorkGoesTo(UserId? User, TeamId? Team);

/// <summary>
/// Implemented by modules in which people have open work. Asked before somebody is removed, and told to hand the work over
/// afterwards. Runs as the system: nothing is left behind because somebody may not see it.
/// </summary>
public interface IHoldsWork
{
    /// <summary>What the person has open, whoever may see it.</summary>
    Task<IReadOnlyList<OpenWork>> Count(UserId user, CancellationToken ct);

    /// <summary>Hands over at most <paramref name="most"/> things, to be saved by whoever asks.</summary>
    /// <returns>how many were handed over; less than <paramref name="most"/> means that nothing is left</returns>
    Task<int> HandOver(UserId from, WorkGoesTo to, int most, DateTimeOffset at, CancellationToken ct);
}
