using System.Security.Cryptography;
using System.Text;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal enum SuppressionReason
{
    Erased,
}

/// <summary>
/// An e-mail address or telephone number that must not be written to again, as a keyed hash (HMAC-SHA256): it can be
/// recognised when it comes again, and not be read.
/// </summary>
internal sealed class SuppressedContact(string hash, SuppressionReason reason, DateTimeOffset at)
{
    public string Hash { get; private set; } = hash;

    public SuppressionReason Reason { get; private set; } = reason;

    public DateTimeOffset At { get; private set; } = at;
}

/// <summary>What tells whether a key is the one that made the hashes; and the key itself when it was made here.</summary>
internal sealed class SuppressionSecret(string check, string? key)
{
    public const int Only = 1;

    public int Id { get; private set; } = Only;

    /// <summary>The hash of a constant.</summary>
    public string Check { get; private set; } = check;

    /// <summary>In Base64; null when the key is in the configuration.</summary>
    public string? Key { get; private set; } = key;
}

/// <summary>The secret, and what is done with it.</summary>
internal sealed class SuppressionKey(byte[] secret)
{
    private const int Length = 32;

    public string Check => Hash("check");

    public static SuppressionKey Make() => new(RandomNumberGenerator.GetBytes(Length));

    public static SuppressionKey Parse(string text) => new(Encoding.UTF8.GetBytes(text));

    public static SuppressionKey FromBase64(string text) => new(Convert.FromBase64String(text));

    public string ToBase64() => Convert.ToBase64String(secret);

    public string OfEmail(EmailAddress address) => Hash($"email\n{address.Key}");

    public string OfPhone(PhoneNumber number) => Hash($"phone\n{number.Key}");

    /// <summary>The hash of an address or a number; null for what is neither.</summary>
    public string? Of(string contact) => EmailAddress.TryParse(contact, out var email) ? OfEmail(email)
        : PhoneNumber.TryParse(contact, out var phone) ? OfPhone(phone)
        : null;

    private string Hash(string text) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(text)));
}
