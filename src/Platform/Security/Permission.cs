namespace ServiceCrm.Platform.Security;

/// <summary>How far a permission reaches, from nothing to everything; each reaches what the one before it does.</summary>
public enum PermissionScope
{
    /// <summary>Not granted.</summary>
    None,

    /// <summary>What belongs to the caller: assigned tickets, customers the caller looks after.</summary>
    Own,

    /// <summary>What belongs to the caller's teams and their sub-teams, or to no team.</summary>
    Team,

    /// <summary>Everything, except confidential desks.</summary>
    All,
}

/// <summary>A right, named <c>module.thing.verb</c>, with words for the administrator who grants it.</summary>
/// <param name="Name">The stable name.</param>
/// <param name="Description">What it allows, as a sentence begins.</param>
/// <param name="IsScoped">Whether it can be granted for a part of the things; otherwise it is granted or not.</param>
public sealed record Permission(string Name, string Description, bool IsScoped = false)
{
    /// <summary>The module it belongs to.</summary>
    public string Module => Name[..Name.IndexOf('.', StringComparison.Ordinal)];

    public static implicit operator string(Permission permission) => permission.Name;

    public override string ToString() => Name;
}

/// <summary>The roles every installation has.</summary>
public static class Roles
{
    public const string Admin = "Admin";
    public const string Manager = "Manager";
    public const string Agent = "Agent";
    public const string AccountManager = "AccountManager";
    public const string Marketing = "Marketing";
    public const string Analyst = "Analyst";

    public static readonly IReadOnlyList<string> All = [Admin, Manager, Agent, AccountManager, Marketing, Analyst];
}

/// <summary>A permission and the built-in roles that have it from the start, without limits. Admin has every permission.</summary>
public sealed record PermissionGrant(Permission Permission, IReadOnlyList<string> Roles)
{
    /// <summary>The built-in roles that have it for their teams.</summary>
    public IReadOnlyList<string> Team { get; init; } = [];

    /// <summary>How far the permission of a built-in role reaches.</summary>
    public PermissionScope ScopeOf(string role) =>
        role == Security.Roles.Admin || Roles.Contains(role, StringComparer.Ordinal) ? PermissionScope.All
        : Team.Contains(role, StringComparer.Ordinal) ? PermissionScope.Team
        : PermissionScope.None;
}
