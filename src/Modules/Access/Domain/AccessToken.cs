using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of an access token.</summary>
internal readonly record struct AccessTokenId(Guid Value) : IEntityId<AccessTokenId>
{
    public static string TypeName => "AccessToken";

    public static AccessTokenId From(Guid value) => new(value);
}

/// <summary>A secret with which a program acts as its owner. Only its SHA-256 is stored; the secret is shown once.</summary>
internal sealed class AccessToken : Aggregate
{
    public const string SecretStart = "scrm_";
    private const int SecretBytes = 24;

    private AccessToken()
    {
    }

    public AccessTokenId Id { get; private set; }

    public UserId UserId { get; private set; }

    public string Name { get; private set; } = "";

    [NotAudited]
    public string Hash { get; private set; } = "";

    /// <summary>The first characters of the secret, to tell tokens apart.</summary>
    public string Prefix { get; private set; } = "";

    /// <summary>The permissions it is limited to; none is no limit but the owner's own.</summary>
    public List<string> Scopes { get; private set; } = [];

    /// <summary>Whether it can change nothing.</summary>
    public bool ReadOnly { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ExpiresAt { get; private set; }

    [NotAudited]
    public DateTimeOffset? LastUsedAt { get; private set; }

    [NotAudited]
    public string? LastUsedFrom { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>Makes a token; the second value is the secret, known only now.</summary>
    public static (AccessToken Token, string Secret) Create(UserId owner, string name, IEnumerable<string> scopes, bool readOnly, DateTimeOffset? expiresAt, DateTimeOffset at)
    {
        var check = new InputCheck();
        var clean = check.Required("name", name, 100);
        if (expiresAt <= at)
        {
            check.Add("expiresAt", "The end must be in the future.");
        }

        check.ThrowIfAny();
        var secret = SecretStart + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var token = new AccessToken
        {
            Id = EntityId.New<AccessTokenId>(at),
            UserId = owner,
            Name = clean,
            Hash = HashOf(secret),
            Prefix = secret[..(SecretStart.Length + 4)],
            Scopes = [.. scopes.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
            ReadOnly = readOnly,
            CreatedAt = at,
            ExpiresAt = expiresAt,
        };
        return (token, secret);
    }

    /// <summary>The secret holds 192 random bits, so a plain hash suffices: there is nothing to guess.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public bool Stands(DateTimeOffset now) => RevokedAt is null && (ExpiresAt is null || now < ExpiresAt);

    /// <summary>The owner with no more than this token allows.</summary>
    public Caller Limit(Caller owner) => owner.Limited(Scopes.Count == 0 ? null : Scopes, ReadOnly ? "This access token may only read." : null);

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}
