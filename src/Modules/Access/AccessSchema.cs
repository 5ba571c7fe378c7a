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
        AccessTypes.Declare(schema);

        schema.Query("viewer", AccessPermissions.OwnProfile, ReadViewer.Run).Describe("The caller.");
        schema.Query("permissions", AccessPermissions.OwnProfile, ListPermissions.Run).Describe("What the caller may do.");
        schema.Query("users", AccessPermissions.ReadUsers, SearchUsers.Run);
        schema.Query("teams", AccessPermissions.ReadUsers, ListTeams.Run);
        schema.Query("roles", AccessPermissions.ReadUsers, ListRoles.Run);
        schema.Query("accessTokens", AccessPermissions.CreateTokens, ListAccessTokens.Run).Describe("The caller's own tokens.");

        schema.Mutation("updateProfile", AccessPermissions.OwnProfile, UpdateProfile.Run);
        schema.Mutation("changePassword", AccessPermissions.OwnProfile, ChangePassword.Run);
        schema.Mutation("createUser", AccessPermissions.ManageUsers, CreateUser.Run);
        schema.Mutation("updateUser", AccessPermissions.ManageUsers, UpdateUser.Run);
        schema.Mutation("createTeam", AccessPermissions.ManageTeams, CreateTeam.Run);
        schema.Mutation("updateTeam", AccessPermissions.ManageTeams, UpdateTeam.Run);
        schema.Mutation("createAccessToken", AccessPermissions.CreateTokens, CreateAccessToken.Run);
        schema.Mutation("revokeAccessToken", AccessPermissions.CreateTokens, RevokeAccessToken.Run);
        schema.Mutation("sendTestMail", PlatformSchema.ManageMail, SendTestMail.Run);
    }
}
