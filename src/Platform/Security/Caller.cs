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

/// <summary>What is known of a member of staff who asks.</summary>
/// <param name="User">The person.</param>
/// <param name="Name">The person's name, for history.</param>
/// <param name="Grants">Each permission with how far it reaches.</param>
/// <param name="Teams">The teams of the person and their sub-teams.</param>
/// <param name="Desks">What the person may do at which desk.</param>
public sealed record StaffRights(UserId User, string Name, IReadOnlyDictionary<string, PermissionScope> Grants, IReadOnlyList<TeamId> Teams, DeskRights Desks)
{
    /// <summary>The names of the roles.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>The people of those teams, the person among them.</summary>
    public IReadOnlyList<UserId> Colleagues { get; init; } = [User];

    /// <summary>Why nothing may be changed; null when it may.</summary>
    public string? ReadOnlyBecause { get; init; }

    /// <summary>Whether a role of the person asks for a second factor that the person does not have yet.</summary>
    public bool NeedsSecondFactor { get; init; }
}

/// <summary>What is known of a customer who is signed in to the portal.</summary>
/// <param name="Session">The key of the session.</param>
/// <param name="Address">The e-mail address that was proven, in the form that is compared.</param>
/// <param name="Name">The customer's name, for history.</param>
/// <param name="Customers">The keys of the customers the session speaks for. Everything else follows from them, nothing from what is asked.</param>
public sealed record PortalRights(Guid Session, string Address, string Name, IReadOnlyList<Guid> Customers);

/// <summary>
/// Who asks, and what that caller may see and do. Built once per request; visibility filters read it, so a request
/// without a caller sees nothing.
/// </summary>
public sealed class Caller
{
    /// <summary>Not signed in: sees nothing, may do nothing.</summary>
    public static readonly Caller Nobody = new(CallerKind.Nobody, "");

    /// <summary>The system itself: jobs, reactions, command line verbs.</summary>
    public static readonly Caller System = new(CallerKind.System, "System");

    /// <summary>A customer or stranger on the portal: sees only what a token opens.</summary>
    public static readonly Caller Customer = new(CallerKind.Customer, "Customer");

    /// <summary>The permission of what a customer sees and does on the portal when signed in. No role has it.</summary>
    public const string SignedInOnPortal = "portal.own";

    private readonly StaffRights? _staff;

    private Caller(CallerKind kind, string name, StaffRights? staff = null, PortalRights? portal = null)
    {
        Kind = kind;
        Name = name;
        _staff = staff;
        Portal = portal;
    }

    public CallerKind Kind { get; }

    /// <summary>The member of staff; null for the system, customers and nobody.</summary>
    public UserId? User => _staff?.User;

    public string Name { get; }

    /// <summary>The customer who is signed in to the portal; null for everybody else.</summary>
    public PortalRights? Portal { get; }

    /// <summary>The teams the caller belongs to, and their sub-teams.</summary>
    public IReadOnlyList<TeamId> Teams => _staff?.Teams ?? [];

    /// <summary>The people of those teams, the caller among them.</summary>
    public IReadOnlyList<UserId> Colleagues => _staff?.Colleagues ?? [];

    /// <summary>What the caller may do at which desk.</summary>
    public DeskRights Desks => _staff?.Desks ?? DeskRights.None;

    /// <summary>The names of the caller's roles. What somebody may do follows from permissions; roles are for settings such as budgets.</summary>
    public IReadOnlyList<string> Roles => _staff?.Roles ?? [];

    /// <summary>Why this caller may change nothing; null when it may.</summary>
    public string? ReadOnlyBecause => _staff?.ReadOnlyBecause;

    /// <summary>Whether this caller must set up a second factor before anything else; <see cref="Grants"/> then hold only that.</summary>
    public bool NeedsSecondFactor => _staff?.NeedsSecondFactor ?? false;

    public IEnumerable<string> Permissions => Grants.Keys;

    /// <summary>Each permission with how far it reaches.</summary>
    public IReadOnlyDictionary<string, PermissionScope> Grants => _staff?.Grants ?? new Dictionary<string, PermissionScope>();

    /// <summary>Sees every row, whatever team it belongs to.</summary>
    public bool SeesEverything => Kind == CallerKind.System;

    /// <summary>The member of staff.</summary>
    /// <exception cref="NotAllowed">when the caller is not a member of staff</exception>
    public UserId UserId => User ?? throw new NotAllowed("Only a member of staff can do this.");

    /// <summary>A customer who is signed in to the portal.</summary>
    public static Caller OnPortal(PortalRights rights) => new(CallerKind.Customer, rights.Name, portal: rights);

    /// <summary>A member of staff with these rights.</summary>
    public static Caller Staff(StaffRights rights) => new(CallerKind.Staff, rights.Name, rights);

    /// <summary>A member of staff whose permissions reach everything.</summary>
    public static Caller Staff(UserId user, string name, IEnumerable<string> permissions, IReadOnlyList<TeamId> teams) =>
        Staff(new StaffRights(user, name, permissions.ToDictionary(p => p, _ => PermissionScope.All, StringComparer.Ordinal), teams, DeskRights.At(teams)));

    /// <summary>The same member of staff with fewer rights.</summary>
    /// <param name="permissions">The permissions that are left; null for all.</param>
    /// <param name="readOnlyBecause">Why nothing may be changed; null when it may.</param>
    public Caller Limited(IReadOnlyCollection<string>? permissions, string? readOnlyBecause) => _staff is null ? this : Staff(_staff with
    {
        Grants = permissions is null ? _staff.Grants : _staff.Grants.Where(g => permissions.Contains(g.Key)).ToDictionary(StringComparer.Ordinal),
        ReadOnlyBecause = readOnlyBecause ?? _staff.ReadOnlyBecause,
    });

    /// <summary>The same member of staff with these permissions only, until a second factor is set up.</summary>
    public Caller BeforeSecondFactor(params IEnumerable<string> permissions) => _staff is null ? this : Staff(_staff with
    {
        Grants = permissions.ToDictionary(p => p, _ => PermissionScope.All, StringComparer.Ordinal),
        Teams = [],
        Desks = DeskRights.None,
        Colleagues = [_staff.User],
        NeedsSecondFactor = true,
    });

    /// <summary>The same member of staff with the permissions of somebody else, to look and not to touch.</summary>
    public Caller LookingWith(IReadOnlyDictionary<string, PermissionScope> grants, string readOnlyBecause) =>
        _staff is null || NeedsSecondFactor ? this : Staff(_staff with { Grants = grants, ReadOnlyBecause = readOnlyBecause });

    /// <summary>How far the permission reaches.</summary>
    public PermissionScope ScopeOf(string permission) => Kind switch
    {
        CallerKind.System => PermissionScope.All,
        CallerKind.Customer => Portal is not null && permission == SignedInOnPortal ? PermissionScope.Own : PermissionScope.None,
        _ => _staff?.Grants.GetValueOrDefault(permission) ?? PermissionScope.None,
    };

    /// <summary>Whether the permission reaches at least so far.</summary>
    public bool Reaches(string permission, PermissionScope scope) => ScopeOf(permission) >= scope;

    public bool Can(string permission) => Reaches(permission, PermissionScope.Own);

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

    /// <summary>Where the request comes from; null for jobs.</summary>
    public RequestOrigin? Origin { get; set; }
}
