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
}

/// <summary>A member of staff.</summary>
public sealed record Person(UserId Id, string Name, string Email, string Language, string TimeZone, bool Active);

/// <summary>A team.</summary>
public sealed record TeamName(TeamId Id, string Name);
