using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of a one-time link.</summary>
internal readonly record struct OneTimeLinkId(Guid Value) : IEntityId<OneTimeLinkId>
{
    public static string TypeName => "OneTimeLink";

    public static OneTimeLinkId From(Guid value) => new(value);
}

/// <summary>What a one-time link is for.</summary>
internal enum LinkPurpose
{
    Invitation,
    PasswordReset,
    EmailChange,
    EmailChangeUndo,
}

/// <summary>
/// A secret that was mailed and works once. Only its SHA-256 is stored. Of two that use it at the same moment the save of
/// the second one is refused by its version.
/// </summary>
internal sealed class OneTimeLink : Aggregate
{
    private const int SecretBytes = 32;

    private OneTimeLink()
    {
    }

    public OneTimeLinkId Id { get; private set; }

    public LinkPurpose Purpose { get; private set; }

    public UserId UserId { get; private set; }

    [NotAudited]
    public string Hash { get; private set; } = "";

    /// <summary>The new e-mail address, or the one to go back to.</summary>
    public string? Address { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>When it was withdrawn, or a newer one took its place.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>How long a link of this kind works.</summary>
    public static TimeSpan Lasts(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.PasswordReset => TimeSpan.FromHours(1),
        LinkPurpose.EmailChange => TimeSpan.FromDays(1),
        _ => TimeSpan.FromDays(7),
    };

    /// <summary>Makes a link; the second value is the secret, known only now.</summary>
    public static (OneTimeLink Link, string Secret) Create(LinkPurpose purpose, UserId user, string? address, DateTimeOffset at)
    {
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        var link = new OneTimeLink
        {
            Id = EntityId.New<OneTimeLinkId>(at),
            Purpose = purpose,
            UserId = user,
            Hash = HashOf(secret),
            Address = address,
            CreatedAt = at,
            ExpiresAt = at + Lasts(purpose),
        };
        return (link, secret);
    }

    /// <summary>The secret holds 256 random bits, so a plain hash suffices: there is nothing to guess.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    public bool Stands(DateTimeOffset now) => UsedAt is null && EndedAt is null && now < ExpiresAt;

    public void Use(DateTimeOffset at) => UsedAt ??= at;

    public void End(DateTimeOffset at) => EndedAt ??= at;
}
