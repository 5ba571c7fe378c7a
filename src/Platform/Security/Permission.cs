namespace ServiceCrm.Platform.Security;

/// <summary>A right, named <c>module.thing.verb</c>, with words for the administrator who grants it.</summary>
public sealed record Permission(string Name, string Description)
{
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

/// <summary>A permission and the built-in roles that have it from the start. Admin has every permission.</summary>
public sealed record PermissionGrant(Permission Permission, IReadOnlyList<string> Roles);
