using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Security;

/// <summary>The key of a member of staff (owned by Access; here because every module speaks of callers).</summary>
public readonly record struct UserId(Guid Value) : IEntityId<UserId>
{
    public static string TypeName => "User";

    public static UserId From(Guid value) => new(value);

    /// <summary>A new key that sorts by the given time.</summary>
    public static UserId New(DateTimeOffset at) => EntityId.New<UserId>(at);
}

/// <summary>The key of a team of staff.</summary>
public readonly record struct TeamId(Guid Value) : IEntityId<TeamId>
{
    public static string TypeName => "Team";

    public static TeamId From(Guid value) => new(value);

    /// <summary>A new key that sorts by the given time.</summary>
    public static TeamId New(DateTimeOffset at) => EntityId.New<TeamId>(at);
}

/// <summary>What kind of caller asks.</summary>
public enum CallerKind
{
    Nobody,
    Staff,
    Customer,
    System,
}

/// <summary>
/// Who asks, and what that caller may see and do. Built once per request; visibility filters read it, so a request
/// without a caller sees nothing.
/// </summary>
public sealed class Caller
{
    /// <summary>Not signed in: sees nothing, may do nothing.</summary>
    public static readonly Caller Nobody = new(CallerKind.Nobody, null, "", [], []);

    /// <summary>The system itself: jobs, reactions, command line verbs.</summary>
    public static readonly Caller System = new(CallerKind.System, null, "System", [], []);

    /// <summary>A customer or stranger on the portal: sees only what a token opens.</summary>
    public static readonly Caller Customer = new(CallerKind.Customer, null, "Customer", [], []);

    private readonly HashSet<string> _permissions;

    private Caller(CallerKind kind, UserId? user, string name, IEnumerable<string> permissions, IEnumerable<TeamId> teams, IEnumerable<string>? roles = null)
    {
        Kind = kind;
        User = user;
        Name = name;
        _permissions = new HashSet<string>(permissions, StringComparer.Ordinal);
        Teams = [.. teams];
        Roles = [.. roles ?? []];
    }

    public CallerKind Kind { get; }

    /// <summary>The member of staff; null for the system, customers and nobody.</summary>
    public UserId? User { get; }

    public string Name { get; }

    /// <summary>The teams the caller belongs to.</summary>
    public IReadOnlyList<TeamId> Teams { get; }

    /// <summary>The names of the caller's roles. What somebody may do follows from permissions; roles are for settings such as budgets.</summary>
    public IReadOnlyList<string> Roles { get; }

    public IReadOnlyCollection<string> Permissions => _permissions;

    /// <summary>Sees every row, whatever team it belongs to.</summary>
    public bool SeesEverything => Kind == CallerKind.System;

    /// <summary>The member of staff.</summary>
    /// <exception cref="NotAllowed">when the caller is not a member of staff</exception>
    public UserId UserId => User ?? throw new NotAllowed("Only a member of staff can do this.");

    public static Caller Staff(UserId user, string name, IEnumerable<string> permissions, IEnumerable<TeamId> teams, IEnumerable<string>? roles = null) =>
        new(CallerKind.Staff, user, name, permissions, teams, roles);

    public bool Can(string permission) => Kind == CallerKind.System || _permissions.Contains(permission);

    /// <exception cref="NotAllowed">when the caller lacks the permission</exception>
    public void Require(string permission)
    {
        if (!Can(permission))
        {
            throw new NotAllowed();
        }
    }
}

/// <summary>Carries the caller of one request or job through its service scope. Starts as nobody: fail closed.</summary>
public sealed class CallerHolder
{
    public Caller Caller { get; set; } = Caller.Nobody;
}
