using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>People who share work.</summary>
internal sealed class Team : Aggregate
{
    private readonly List<TeamMember> _members = [];

    private Team()
    {
    }

    public TeamId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    /// <summary>The team of which this one is a part.</summary>
    public TeamId? ParentId { get; private set; }

    /// <summary>
    /// Nobody sees the team's tickets by a permission for everything or by membership in a team above; only members and
    /// who has a right at this desk.
    /// </summary>
    public bool Confidential { get; private set; }

    public IReadOnlyList<TeamMember> Members => _members;

    /// <summary>What others may do at the team's desk: <c>Role:Agent=Read, Create</c>. Members may do everything.</summary>
    public List<string> DeskGrants { get; private set; } = [];

    /// <summary>The members at the last change, by id: what the audit trail shows.</summary>
    public List<Guid> MemberIds { get; private set; } = [];

    public static Team Create(string name, IEnumerable<UserId> members, DateTimeOffset at)
    {
        var team = new Team { Id = TeamId.New(at) };
        team.Rename(name);
        team.SetMembers(members);
        return team;
    }

    public void Rename(string name)
    {
        var check = new InputCheck();
        Name = check.Required("name", name, 100);
        check.ThrowIfAny();
        NameKey = SearchKey.Of(Name);
    }

    /// <summary>Puts the team below another one, or at the top. That this makes no circle is for the caller to check.</summary>
    public void MoveBelow(TeamId? parent) => ParentId = parent;

    public void KeepConfidential(bool confidential) => Confidential = confidential;

    /// <summary>Gives others exactly these rights at the desk.</summary>
    public void GrantDesk(IEnumerable<DeskGrant> grants) =>
        DeskGrants = [.. grants.Where(g => g.Right != DeskRight.None).GroupBy(g => (g.Kind, g.Grantee)).Select(g => g.Last().ToString()).Order(StringComparer.Ordinal)];

    public IReadOnlyList<DeskGrant> ReadDeskGrants() => [.. DeskGrants.Select(DeskGrant.Parse)];

    public void SetMembers(IEnumerable<UserId> members)
    {
        var wanted = members.Distinct().ToList();
        _members.RemoveAll(m => !wanted.Contains(m.UserId));
        _members.AddRange(wanted.Where(w => _members.All(m => m.UserId != w)).Select(w => new TeamMember(Id, w)));
        MemberIds = [.. _members.Select(m => m.UserId.Value)];
    }
}

/// <summary>One person in one team.</summary>
internal sealed class TeamMember(TeamId teamId, UserId userId)
{
    public TeamId TeamId { get; private set; } = teamId;

    public UserId UserId { get; private set; } = userId;
}
