using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>The key of a wish to sign in to the portal.</summary>
internal readonly record struct PortalSignInId(Guid Value) : IEntityId<PortalSignInId>
{
    public static string TypeName => "PortalSignIn";

    public static PortalSignInId From(Guid value) => new(value);
}

/// <summary>Somebody wants to sign in to the portal. Nothing is secret in it: the code and the link are made when the mail is.</summary>
internal sealed record PortalSignInAsked(PortalSignInId SignInId) : IEvent;

/// <summary>The two secrets of one mail; only their hashes are stored.</summary>
internal sealed record PortalSecrets(string Code, string Link);

/// <summary>
/// Somebody's wish to sign in to the portal with an e-mail address. An address that nobody has gets such a row as well, so that
/// everything until the mail is the same for both.
/// </summary>
internal sealed class PortalSignIn : Aggregate
{
    public const int MostTries = 5;

    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(15);

    private PortalSignIn()
    {
    }

    public PortalSignInId Id { get; private set; }

    /// <summary>The address that was typed, in the form that is compared.</summary>
    [NotAudited]
    public string AddressKey { get; private set; } = "";

    /// <summary>The hash of what the browser holds in a cookie: the code works nowhere else.</summary>
    [NotAudited]
    public string BrowserHash { get; private set; } = "";

    /// <summary>Null until the mail is made.</summary>
    [NotAudited]
    public string? CodeHash { get; private set; }

    [NotAudited]
    public string? LinkHash { get; private set; }

    /// <summary>The language of the page.</summary>
    [NotAudited]
    public string Language { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    /// <summary>When code and link were made; null as long as the address has had too many.</summary>
    [NotAudited]
    public DateTimeOffset? ReadyAt { get; private set; }

    /// <summary>How often a code was entered; counted by a statement before the code is looked at.</summary>
    [NotAudited]
    public int Tries { get; private set; }

    /// <summary>When it was used, or replaced by a newer one.</summary>
    [NotAudited]
    public DateTimeOffset? EndedAt { get; private set; }

    public static PortalSignIn Ask(EmailAddress address, string browser, string language, DateTimeOffset at)
    {
        var asked = new PortalSignIn
        {
            Id = EntityId.New<PortalSignInId>(at),
            AddressKey = address.Key,
            BrowserHash = HashOf(browser),
            Language = language,
            CreatedAt = at,
            ExpiresAt = at + Lasts,
        };
        asked.Raise(new PortalSignInAsked(asked.Id));
        return asked;
    }

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Makes the code and the link that open this one from now on.</summary>
    public PortalSecrets MakeSecrets(DateTimeOffset at)
    {
        var secrets = new PortalSecrets(RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture), PortalToken.New());
        CodeHash = HashOfCode(secrets.Code);
        LinkHash = HashOf(secrets.Link);
        ReadyAt = at;
        return secrets;
    }

    /// <summary>Compares in a time that tells nothing.</summary>
    public bool IsCode(string code) =>
        CodeHash is { } right && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(right), Encoding.ASCII.GetBytes(HashOfCode(code)));

    public void End(DateTimeOffset at) => EndedAt ??= at;

    // A code alone is guessed from its hash in a moment; it is of no use without the browser, of which only a hash is stored.
    private string HashOfCode(string code) => HashOf($"{BrowserHash} {code}");
}
