using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets;

/// <summary>What the system does with a ticket whose person is not there.</summary>
internal sealed partial class Ticket
{
    public const int LongestReason = 300;

    /// <summary>Why the system gave the ticket to somebody else the last time; for the history.</summary>
    public string? RoutingReason { get; private set; }

    /// <summary>The system gives the ticket to somebody else, or to its team when there is nobody, and says why.</summary>
    public void RouteTo(UserId? assignee, string why, DateTimeOffset at)
    {
        Assign(assignee, at);
        RoutingReason = SafeText.Cut(why, LongestReason);
    }
}
