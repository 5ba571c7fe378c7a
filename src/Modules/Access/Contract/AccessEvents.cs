using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access.Contract;

/// <summary>A member of staff can no longer sign in; open work may need another owner.</summary>
public sealed record UserDeactivated(UserId UserId, DateTimeOffset At) : IEvent;
