using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ServiceCrm.Access;

/// <summary>
/// Time-based one-time passwords as authenticator apps make them: RFC 6238 over RFC 4226 with HMAC-SHA-1, six digits and
/// steps of thirty seconds.
/// </summary>
internal static class Totp
{
    public const int Digits = 6;
    public const int StepSeconds = 30;

    /// <summary>The length of HMAC-SHA-1's output, which RFC 4226 section 4 recommends.</summary>
    private const int SecretBytes = 20;

    /// <summary>How many steps the clock of a telephone may be off, either way.</summary>
    private const int Tolerance = 1;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of one step.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "RFC 6238's default, and the only one that common apps know; as a HMAC it is not broken.")]
    public static string Code(ReadOnlySpan<byte> secret, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
        HMACSHA1.HashData(secret, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0xf)..]) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The step whose code it is, newer than the last one that was used.</summary>
    /// <returns>null when it is no code of now, or one that was used before</returns>
    public static long? Match(ReadOnlySpan<byte> secret, string code, DateTimeOffset now, long lastStep)
    {
        var typed = Encoding.UTF8.GetBytes(string.Concat(code.Where(c => !char.IsWhiteSpace(c))));
        long? found = null;
        for (var step = StepOf(now) - Tolerance; step <= StepOf(now) + Tolerance; step++)
        {
            // Every step is compared, so that the time tells nothing of which one it was.
            if (CryptographicOperations.FixedTimeEquals(typed, Encoding.UTF8.GetBytes(Code(secret, step))) && step > lastStep)
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>What authenticator apps read from the QR code (Key URI format).</summary>
    public static string Uri(string issuer, string account, ReadOnlySpan<byte> secret)
    {
        var (by, whose) = (System.Uri.EscapeDataString(issuer), System.Uri.EscapeDataString(account));
        return string.Create(CultureInfo.InvariantCulture, $"otpauth://totp/{by}:{whose}?secret={Base32.Encode(secret)}&issuer={by}&algorithm=SHA1&digits={Digits}&period={StepSeconds}");
    }
}
