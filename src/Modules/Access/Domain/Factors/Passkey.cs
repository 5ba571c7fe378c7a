using System.Buffers.Text;
using System.Security.Cryptography;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of a passkey.</summary>
internal readonly record struct PasskeyId(Guid Value) : IEntityId<PasskeyId>
{
    public static string TypeName => "Passkey";

    public static PasskeyId From(Guid value) => new(value);
}

/// <summary>What an authenticator told of a passkey when it was made or used (WebAuthn Level 3, section 6.1).</summary>
/// <param name="CredentialId">How the authenticator calls it.</param>
/// <param name="PublicKey">The public key, in COSE form.</param>
/// <param name="SignCount">How often it has signed; 0 where the authenticator does not count.</param>
/// <param name="Transports">How browsers reach the authenticator.</param>
/// <param name="BackupEligible">Whether it may be copied to other devices.</param>
/// <param name="BackedUp">Whether it has been.</param>
internal sealed record PasskeyData(byte[] CredentialId, byte[] PublicKey, uint SignCount, IReadOnlyList<string> Transports, bool BackupEligible, bool BackedUp);

/// <summary>A key pair in somebody's device that signs in without a password; only the public half is here.</summary>
internal sealed class Passkey : Aggregate
{
    public const int LongestName = 60;

    /// <summary>WebAuthn allows credential ids of 1023 bytes.</summary>
    public const int LongestCredentialId = 1364;

    private Passkey()
    {
    }

    public PasskeyId Id { get; private set; }

    public UserId UserId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The id that the authenticator gave it, in base64url.</summary>
    [NotAudited]
    public string CredentialId { get; private set; } = "";

    /// <summary>SHA-256 of the credential id: short enough for an index on every engine.</summary>
    [NotAudited]
    public string CredentialKey { get; private set; } = "";

    [NotAudited]
    public byte[] PublicKey { get; private set; } = [];

    /// <summary>Grows with each use, unless the authenticator does not count; a copy falls behind.</summary>
    [NotAudited]
    public long SignCount { get; private set; }

    public List<string> Transports { get; private set; } = [];

    public bool BackupEligible { get; private set; }

    [NotAudited]
    public bool BackedUp { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    [NotAudited]
    public DateTimeOffset? LastUsedAt { get; private set; }

    public static Passkey Create(UserId user, string name, PasskeyData data, DateTimeOffset at)
    {
        var passkey = new Passkey
        {
            Id = EntityId.New<PasskeyId>(at),
            UserId = user,
            CredentialId = Base64Url.EncodeToString(data.CredentialId),
            CredentialKey = KeyOf(data.CredentialId),
            PublicKey = data.PublicKey,
            SignCount = data.SignCount,
            Transports = [.. data.Transports],
            BackupEligible = data.BackupEligible,
            BackedUp = data.BackedUp,
            CreatedAt = at,
        };
        passkey.Rename(name);
        return passkey;
    }

    public static string KeyOf(byte[] credentialId) => Convert.ToHexStringLower(SHA256.HashData(credentialId));

    /// <exception cref="InvalidInput">when the name is empty or too long</exception>
    public void Rename(string name)
    {
        var check = new InputCheck();
        Name = check.Required("name", name, LongestName);
        check.ThrowIfAny();
    }

    public PasskeyData ReadData() => new(Base64Url.DecodeFromChars(CredentialId), PublicKey, (uint)SignCount, Transports, BackupEligible, BackedUp);
}
