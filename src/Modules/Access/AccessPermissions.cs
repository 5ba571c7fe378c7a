using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal static class AccessPermissions
{
    public static readonly Permission ReadUsers = new("access.user.read", "See colleagues and teams");
    public static readonly Permission ManageUsers = new("access.user.manage", "Add people, change their roles, deactivate them");
    public static readonly Permission ManageTeams = new("access.team.manage", "Create teams and choose their members");
    public static readonly Permission CreateTokens = new("access.token.create", "Make personal access tokens");
    public static readonly Permission OwnProfile = new("access.profile.change", "Change the own name, language and password");

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(ReadUsers, Roles.All),
        new(OwnProfile, Roles.All),
        new(CreateTokens, Roles.All),
        new(ManageUsers, []),
        new(ManageTeams, [Roles.Manager]),
        new(Platform.Modules.PlatformSchema.ManageOutbox, []),
        new(Platform.Modules.PlatformSchema.ManageMail, []),
    ];
}
