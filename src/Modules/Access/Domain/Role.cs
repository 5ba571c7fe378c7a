using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of a role that an installation made itself.</summary>
internal readonly record struct RoleId(Guid Value) : IEntityId<RoleId>
{
    public static string TypeName => "CustomRole";

    public static RoleId From(Guid value) => new(value);
}

/// <summary>
/// A role that an installation made itself: a built-in one, or none, with what it has more or less. Only the differences
/// are stored, so that a permission of a later version comes with the built-in role it is based on.
/// </summary>
internal sealed class Role : Aggregate
{
    public const int LongestName = 60;

    private Role()
    {
    }

    public RoleId Id { get; private set; }

    public string Name { get; private set; } = "";

    public string NameKey { get; private set; } = "";

    public string? Description { get; private set; }

    /// <summary>The built-in role that it starts from.</summary>
    public string? BasedOn { get; private set; }

    /// <summary>What differs from it: <c>permission=scope</c>.</summary>
    public List<string> Differences { get; private set; } = [];

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>How people carry it among their roles.</summary>
    public string Key => KeyOf(Id);

    public static string KeyOf(RoleId id) => id.Value.ToString("N");

    public static Role Create(string name, string? description, string? basedOn, DateTimeOffset at)
    {
        var role = new Role { Id = EntityId.New<RoleId>(at), CreatedAt = at };
        role.Describe(name, description);
        role.StartFrom(basedOn);
        return role;
    }

    public void Describe(string name, string? description)
    {
        var check = new InputCheck();
        Name = check.Required("name", name, LongestName);
        Description = check.Optional("description", description, 300);
        NameKey = SearchKey.Of(Name);
        if (Roles.All.Any(builtIn => SearchKey.Of(builtIn) == NameKey))
        {
            check.Add("name", "A built-in role has this name.");
        }

        check.ThrowIfAny();
    }

    /// <exception cref="InvalidInput">when there is no such built-in role</exception>
    public void StartFrom(string? builtIn)
    {
        if (builtIn is not null && !Roles.All.Contains(builtIn, StringComparer.Ordinal))
        {
            throw new InvalidInput("basedOn", $"There is no built-in role named {builtIn}.");
        }

        BasedOn = builtIn;
    }

    /// <summary>Keeps what differs from the built-in role; what does not, follows it from now on.</summary>
    public void Differ(IEnumerable<KeyValuePair<string, PermissionScope>> differences) =>
        Differences = [.. differences.OrderBy(d => d.Key, StringComparer.Ordinal).Select(d => $"{d.Key}={d.Value}")];

    public IReadOnlyDictionary<string, PermissionScope> ReadDifferences() =>
        Differences.Select(d => d.Split('=')).ToDictionary(d => d[0], d => Enum.Parse<PermissionScope>(d[1]), StringComparer.Ordinal);
}
