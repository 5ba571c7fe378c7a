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

    public IReadOnlyList<TeamMember> Members => _members;

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
