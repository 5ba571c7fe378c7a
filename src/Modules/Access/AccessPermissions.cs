using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal static class AccessPermissions
{
    public static readonly Permission ReadUsers = new("access.user.read", "See colleagues and teams");
    public static readonly Permission ManageUsers = new("access.user.manage", "Add people, change their roles, deactivate them");
    public static readonly Permission ManageRoles = new("access.role.manage", "Make roles and choose what they may do");
    public static readonly Permission ViewAs = new("access.role.view", "Look at the console as a role sees it");
    public static readonly Permission ReadLog = new("access.log.read", "Read and export the security log");
    public static readonly Permission Explain = new("access.rights.explain", "See why somebody can or cannot see or do a thing");
    public static readonly Permission BreakGlass = new("access.desk.open", "Open a confidential desk for reading, for a recorded reason");
    public static readonly Permission ManageTeams = new("access.team.manage", "Create teams and choose their members");
    public static readonly Permission CreateTokens = new("access.token.create", "Make personal access tokens");
    public static readonly Permission OwnFactors = new("access.factor.own", "Set up the own second factors and passkeys");
    public static readonly Permission OwnProfile = new("access.profile.change", "Change the own name, language and password");

    public static readonly IReadOnlyList<PermissionGrant> Grants =
    [
        new(ReadUsers, Roles.All),
        new(OwnProfile, Roles.All),
        new(OwnFactors, Roles.All),
        new(CreateTokens, Roles.All),
        new(ManageUsers, []),
        new(ManageRoles, []),
        new(ViewAs, []),
        new(ReadLog, []),
        new(Explain, []),
        new(BreakGlass, []),
        new(ManageTeams, [Roles.Manager]),
        new(Platform.Modules.PlatformSchema.ManageOutbox, []),
        new(Platform.Modules.PlatformSchema.ManageMail, []),
    ];
}
