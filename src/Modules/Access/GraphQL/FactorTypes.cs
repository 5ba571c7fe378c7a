using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Modules;

namespace ServiceCrm.Access;

internal static class FactorTypes
{
    public static void Declare(SchemaBuilder schema)
    {
        schema.Id<PasskeyId>();
        schema.Object<SecondFactors>("SecondFactors", t =>
        {
            t.Describe("With what the caller can prove to be who they are, besides the password.");
            t.NullableField("totp", x => x.App).Describe("The authenticator app; null when there is none that counts.");
            t.Field("passkeys", x => x.Passkeys);
            t.Field("recoveryCodesLeft", x => x.RecoveryCodesLeft);
            t.Field("recoveryCodesAreFew", x => x.Any && x.RecoveryCodesLeft <= RecoveryCode.Few).Describe("Whether new ones should be made.");
            t.Field("required", x => x.Required).Describe("Whether a role of the caller asks for a second factor.");
            t.Field("passwordNeeded", x => x.PasswordNeeded).Describe("Whether a change asks for the password: the sign-in was not a moment ago.");
        });
        schema.Object<Authenticator>("Authenticator", t =>
        {
            t.Describe("An app that makes one-time codes (RFC 6238).");
            t.Field("confirmedAt", x => x.ConfirmedAt);
            t.Field("lastUsedAt", x => x.LastUsedAt);
        });
        schema.Object<Passkey>("Passkey", t =>
        {
            t.Describe("A key in a device of the caller that signs in without a password.");
            t.Field("id", x => x.Id);
            t.Field("name", x => x.Name);
            t.Field("createdAt", x => x.CreatedAt);
            t.Field("lastUsedAt", x => x.LastUsedAt);
            t.Field("backedUp", x => x.BackedUp).Describe("Whether the device keeps a copy elsewhere, as password managers do.");
        });
    }
}
