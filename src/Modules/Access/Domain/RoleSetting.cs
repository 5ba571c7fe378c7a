using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of a role's settings.</summary>
internal readonly record struct RoleSettingId(Guid Value) : IEntityId<RoleSettingId>
{
    public static string TypeName => "RoleSetting";

    public static RoleSettingId From(Guid value) => new(value);
}

/// <summary>What an administrator has decided about a role, built-in or made here; no row is all as it comes.</summary>
internal sealed class RoleSetting : Aggregate
{
    private RoleSetting()
    {
    }

    public RoleSettingId Id { get; private set; }

    /// <summary>The key of the role, as people carry it.</summary>
    public string Role { get; private set; } = "";

    public bool RequiresSecondFactor { get; private set; }

    public static RoleSetting Of(string role, DateTimeOffset at) => new() { Id = EntityId.New<RoleSettingId>(at), Role = role };

    public void RequireSecondFactor(bool required) => RequiresSecondFactor = required;
}
