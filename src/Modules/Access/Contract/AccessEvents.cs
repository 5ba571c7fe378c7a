using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access.Contract;

/// <summary>A member of staff can no longer sign in; open work may need another owner.</summary>
public sealed record UserDeactivated(UserId UserId, DateTimeOffset At) : IEvent;

/// <summary>A member of staff is gone for good. Access hands the open work over by <see cref="IHoldsWork"/>.</summary>
/// <param name="UserId">Who.</param>
/// <param name="WorkTo">Who takes the open work over; null for nobody.</param>
/// <param name="WorkToTeam">The team that takes it over; null when a person or nobody does.</param>
/// <param name="At">When.</param>
public sealed record UserRemoved(UserId UserId, UserId? WorkTo, TeamId? WorkToTeam, DateTimeOffset At) : IEvent;
