using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

internal static class AccessSchema
{
    public static void Staff(SchemaBuilder schema)
    {
        schema.Id<UserId>();
        schema.Id<TeamId>();
        schema.Id<AccessTokenId>();
        schema.Id<SessionId>();
        schema.Id<SecurityEntryId>();
        schema.Id<RoleId>();
        schema.Id<BreakGlassId>();
        AccessTypes.Declare(schema);
        FactorTypes.Declare(schema);
        SingleSignOnTypes.Declare(schema);
        PeopleTypes.Declare(schema);

        schema.Query("viewer", AccessPermissions.OwnProfile, ReadViewer.Run).Describe("The caller.");
        schema.Query("permissions", AccessPermissions.OwnProfile, ListPermissions.Run).Describe("What the caller may do.");
        schema.Query("users", AccessPermissions.ReadUsers, SearchUsers.Run);
        schema.Query("teams", AccessPermissions.ReadUsers, ListTeams.Run);
        schema.Query("roles", AccessPermissions.ReadUsers, ListRoles.Run).Describe("The built-in roles, then those of the installation.");
        schema.Query("permissionCatalog", AccessPermissions.ReadUsers, ListPermissionCatalog.Run).Describe("Every permission there is.");
        schema.Query("accessTokens", AccessPermissions.CreateTokens, ListAccessTokens.Run).Describe("The caller's own tokens.");

        schema.Query("sessions", AccessPermissions.OwnProfile, ListSessions.Run).Describe("The caller's own sessions that stand, the last used first.");
        schema.Query("secondFactors", AccessPermissions.OwnFactors, ReadSecondFactors.Run).Describe("The caller's own.");
        schema.Query("externalLogins", AccessPermissions.OwnProfile, ListExternalLogins.Run).Describe("The caller's own accounts at identity providers.");
        schema.Query("signInSettings", AccessPermissions.ManageUsers, ReadSignInSettings.Run);
        schema.Query("identityProviderTest", AccessPermissions.ManageUsers, TestProvider.Run).Describe("Asks the provider about itself, afresh.");
        schema.Query("accessExplanation", AccessPermissions.Explain, ExplainAccess.Run).Describe("Why somebody can or cannot see or do a thing.")
            .DescribeArgument("nodeId", "The id of a ticket or a customer that the caller sees.");
        schema.Query("serviceAccounts", AccessPermissions.ManageUsers, ListServiceAccounts.Run).Describe("Accounts of programs, with their tokens.");
        schema.Query("userWork", AccessPermissions.ManageUsers, CountUserWork.Run).Describe("What somebody would leave behind when deleted.");
        schema.Query("securityLog", AccessPermissions.ReadLog, SearchSecurityLog.Run).Describe("Newest first.");
        schema.Query("securityLogKinds", AccessPermissions.ReadLog, ListSecurityLogKinds.Run);

        schema.Mutation("endSession", AccessPermissions.OwnProfile, EndSession.Run);
        schema.Mutation("endSessions", AccessPermissions.OwnProfile, EndSessions.Run);
        schema.Mutation("updateProfile", AccessPermissions.OwnProfile, UpdateProfile.Run);
        schema.Mutation("changePassword", AccessPermissions.OwnProfile, ChangePassword.Run);
        schema.Mutation("startTotp", AccessPermissions.OwnFactors, StartTotp.Run);
        schema.Mutation("confirmTotp", AccessPermissions.OwnFactors, ConfirmTotp.Run);
        schema.Mutation("disableTotp", AccessPermissions.OwnFactors, DisableTotp.Run);
        schema.Mutation("renewRecoveryCodes", AccessPermissions.OwnFactors, RenewRecoveryCodes.Run);
        schema.Mutation("renamePasskey", AccessPermissions.OwnFactors, RenamePasskey.Run);
        schema.Mutation("removePasskey", AccessPermissions.OwnFactors, RemovePasskey.Run);
        schema.Mutation("removeExternalLogin", AccessPermissions.OwnProfile, RemoveExternalLogin.Run);
        schema.Mutation("acknowledgeFactorReset", AccessPermissions.OwnFactors, AcknowledgeFactorReset.Run);
        schema.Mutation("resetSecondFactors", AccessPermissions.ManageUsers, ResetSecondFactors.Run);
        schema.Mutation("requireSecondFactor", AccessPermissions.ManageRoles, RequireSecondFactor.Run);
        schema.Mutation("createUser", AccessPermissions.ManageUsers, CreateUser.Run);
        schema.Mutation("updateUser", AccessPermissions.ManageUsers, UpdateUser.Run);
        schema.Mutation("inviteUser", AccessPermissions.ManageUsers, InviteUser.Run);
        schema.Mutation("resendInvitation", AccessPermissions.ManageUsers, ResendInvitation.Run);
        schema.Mutation("withdrawInvitation", AccessPermissions.ManageUsers, WithdrawInvitation.Run);
        schema.Mutation("deleteUser", AccessPermissions.ManageUsers, DeleteUser.Run);
        schema.Mutation("createServiceAccount", AccessPermissions.ManageUsers, CreateServiceAccount.Run);
        schema.Mutation("createServiceToken", AccessPermissions.ManageUsers, CreateServiceToken.Run);
        schema.Mutation("revokeServiceToken", AccessPermissions.ManageUsers, RevokeServiceToken.Run);
        schema.Mutation("requestEmailChange", AccessPermissions.OwnProfile, RequestEmailChange.Run);
        schema.Mutation("setAvatar", AccessPermissions.OwnProfile, SetAvatar.Run);
        schema.Mutation("planAbsence", AccessPermissions.OwnProfile, PlanAbsence.Run);
        schema.Mutation("endAbsence", AccessPermissions.OwnProfile, EndAbsence.Run);
        schema.Mutation("createRole", AccessPermissions.ManageRoles, CreateRole.Run);
        schema.Mutation("updateRole", AccessPermissions.ManageRoles, UpdateRole.Run);
        schema.Mutation("deleteRole", AccessPermissions.ManageRoles, DeleteRole.Run);
        schema.Mutation("openConfidentialDesk", AccessPermissions.BreakGlass, OpenConfidentialDesk.Run);
        schema.Mutation("createTeam", AccessPermissions.ManageTeams, CreateTeam.Run);
        schema.Mutation("updateTeam", AccessPermissions.ManageTeams, UpdateTeam.Run);
        schema.Mutation("createAccessToken", AccessPermissions.CreateTokens, CreateAccessToken.Run);
        schema.Mutation("revokeAccessToken", AccessPermissions.CreateTokens, RevokeAccessToken.Run);
        schema.Mutation("sendTestMail", PlatformSchema.ManageMail, SendTestMail.Run);
    }
}
