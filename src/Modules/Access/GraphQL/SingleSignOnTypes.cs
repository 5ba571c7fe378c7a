using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Modules;

namespace ServiceCrm.Access;

internal static class SingleSignOnTypes
{
    public static void Declare(SchemaBuilder schema)
    {
        schema.Id<ExternalLoginId>();
        schema.Enum<PasswordSignIn>("PasswordSignIn", "Who may sign in with a password.");
        schema.Object<ExternalLogin>("ExternalLogin", t =>
        {
            t.Describe("An account at an identity provider with which the caller signs in.");
            t.Field("id", x => x.Id);
            t.Field("provider", x => x.Provider).Describe("The key of the provider.");
            t.NullableField("name", x => x.Name).Describe("What the provider called the account when it was last used.");
            t.Field("createdAt", x => x.CreatedAt);
            t.Field("lastUsedAt", x => x.LastUsedAt);
        });
        schema.Record<SignInSettings>(description: "How people sign in; set in the configuration.");
        schema.Record<GroupRole>(description: "Members of the group have the role.");
        schema.Record<ProviderTest>(description: "What came of asking a provider about itself.");
        schema.Object<ProviderView>("IdentityProvider", t =>
        {
            t.Describe("An OpenID Connect provider that staff may sign in with.");
            t.Field("key", x => x.Provider.Key);
            t.Field("name", x => x.Provider.Name);
            t.Field("authority", x => x.Provider.Authority);
            t.Field("clientId", x => x.Provider.ClientId);
            t.Field("callbackPath", x => x.Provider.CallbackPath).Describe("To be registered at the provider as redirect URI, behind the address of this installation.");
            t.Field("signedOutPath", x => x.Provider.SignedOutPath).Describe("To be registered as post-logout redirect URI.");
            t.Field("backChannelPath", x => x.Provider.BackChannelPath).Describe("To be registered as back-channel logout URI.");
            t.Field("emailDomains", x => x.Provider.EmailDomains);
            t.Field("createsPeople", x => x.Provider.CreatePeople);
            t.Field("groupRoles", x => x.GroupRoles);
            t.Field("secondFactors", x => x.Provider.SecondFactors).Describe("What it may have asked for that counts as a second factor.");
            t.Field("takesPrograms", x => x.Provider.MachineAudience.Length > 0).Describe("Whether programs may call with its access tokens.");
            t.Load("peopleCount", x => x.Provider.Key, ReadSignInSettings.LinkedPeople).Describe("How many people have linked an account.");
        });
    }
}
