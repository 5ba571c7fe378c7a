using System.Buffers.Text;
using System.Security.Cryptography;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>The key of a session on the portal.</summary>
internal readonly record struct PortalSessionId(Guid Value) : IEntityId<PortalSessionId>
{
    public static string TypeName => "PortalSession";

    public static PortalSessionId From(Guid value) => new(value);
}

/// <summary>Secrets of the portal: 256 random bits, as text.</summary>
internal static class PortalToken
{
    public const int Length = 43;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}

/// <summary>
/// A browser in which somebody has proven an e-mail address. Which customers it speaks for is looked up each time: those that have
/// the address now.
/// </summary>
internal sealed class PortalSession
{
    public const int LongestAgent = 300;

    private PortalSession()
    {
    }

    public PortalSessionId Id { get; private set; }

    /// <summary>The hash of what the cookie holds.</summary>
    public string TokenHash { get; private set; } = "";

    /// <summary>The proven address in the form that is compared.</summary>
    public string AddressKey { get; private set; } = "";

    public string? NetworkAddress { get; private set; }

    public string? UserAgent { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public static PortalSession Begin(string token, string addressKey, RequestOrigin? from, DateTimeOffset at, TimeSpan lasts) => new()
    {
        Id = EntityId.New<PortalSessionId>(at),
        TokenHash = PortalSignIn.HashOf(token),
        AddressKey = addressKey,
        NetworkAddress = from?.Address,
        UserAgent = from?.UserAgent is { } agent ? SafeText.Cut(SafeText.Mend(agent), LongestAgent) : null,
        CreatedAt = at,
        LastSeenAt = at,
        ExpiresAt = at + lasts,
    };

    public bool Stands(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    public void End(DateTimeOffset at) => EndedAt ??= at;
}
