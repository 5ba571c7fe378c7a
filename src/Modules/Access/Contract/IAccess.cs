using System.Security.Claims;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access.Contract;

/// <summary>What other modules may know of people and teams.</summary>
public interface IAccess
{
    /// <summary>The members of staff with these ids; unknown ids are absent from the answer.</summary>
    Task<IReadOnlyDictionary<UserId, Person>> People(IReadOnlyCollection<UserId> ids, CancellationToken ct);

    /// <summary>The teams with these ids; unknown ids are absent from the answer.</summary>
    Task<IReadOnlyDictionary<TeamId, TeamName>> Teams(IReadOnlyCollection<TeamId> ids, CancellationToken ct);

    /// <summary>Whether the person exists and is active.</summary>
    Task<bool> IsActive(UserId user, CancellationToken ct);

    /// <summary>
    /// Who stands behind a session or access token now, with the rights of now; null when it has ended: password changed,
    /// person deactivated, token revoked or expired.
    /// </summary>
    Task<Caller?> CallerOf(ClaimsPrincipal session, CancellationToken ct);

    /// <summary>A member of staff as a caller, with the rights of now; null when there is no such active person.</summary>
    Task<Caller?> CallerOf(UserId user, CancellationToken ct);

    /// <summary>Whether these people are there at a moment, and who stands in for whom; unknown ids are absent from the answer.</summary>
    Task<IReadOnlyDictionary<UserId, Availability>> Availability(IReadOnlyCollection<UserId> ids, DateTimeOffset at, CancellationToken ct);
}

/// <summary>A member of staff.</summary>
public sealed record Person(UserId Id, string Name, string Email, string Language, string TimeZone, bool Active);

/// <summary>A team.</summary>
public sealed record TeamName(TeamId Id, string Name);

/// <summary>Whether somebody is there.</summary>
/// <param name="User">Who.</param>
/// <param name="Active">Whether the person can work at all.</param>
/// <param name="AbsentUntil">When an absent person is back; null for somebody who is there.</param>
/// <param name="Substitute">
/// Who stands in for the absent person: active, there, and found by following substitutes of substitutes; null when there
/// is nobody, also when the substitutes go round in a circle.
/// </param>
/// <param name="IsWorkingHour">Whether the moment lies in the person's working hours; true for somebody without any.</param>
public sealed record Availability(UserId User, bool Active, DateTimeOffset? AbsentUntil, UserId? Substitute, bool IsWorkingHour)
{
    public bool IsAbsent => AbsentUntil is not null;
}
