namespace ServiceCrm.Platform.Security;

/// <summary>What somebody may do at the desk of a team.</summary>
[Flags]
public enum DeskRight
{
    None = 0,

    /// <summary>See its tickets.</summary>
    Read = 1,

    /// <summary>Open tickets there and move tickets to it.</summary>
    Create = 2,

    /// <summary>Answer, change and solve its tickets.</summary>
    Change = 4,

    /// <summary>Also hand its tickets to other people and teams.</summary>
    Assign = 8,

    /// <summary>Everything: what members of the team have.</summary>
    Full = Read | Create | Change | Assign,
}

/// <summary>What a caller may do at which desk. Absent desks give no right of their own.</summary>
/// <param name="ByDesk">The rights, by team.</param>
/// <param name="Confidential">The desks at which a permission for everything counts for nothing; only these rights do.</param>
public sealed record DeskRights(IReadOnlyDictionary<TeamId, DeskRight> ByDesk, IReadOnlySet<TeamId> Confidential)
{
    public static readonly DeskRights None = new(new Dictionary<TeamId, DeskRight>(), new HashSet<TeamId>());

    /// <summary>The desks whose tickets the caller may see.</summary>
    public IReadOnlyList<TeamId> Readable { get; } = [.. ByDesk.Where(d => d.Value.HasFlag(DeskRight.Read)).Select(d => d.Key)];

    /// <summary>The confidential desks whose tickets the caller may not see, whatever else is granted.</summary>
    public IReadOnlyList<TeamId> Closed { get; } = [.. Confidential.Where(t => !ByDesk.GetValueOrDefault(t).HasFlag(DeskRight.Read))];

    /// <summary>Full rights at the given desks, none of which is confidential.</summary>
    public static DeskRights At(IEnumerable<TeamId> teams) => new(teams.Distinct().ToDictionary(t => t, _ => DeskRight.Full), new HashSet<TeamId>());

    public bool Has(TeamId desk, DeskRight right) => ByDesk.GetValueOrDefault(desk).HasFlag(right);
}
