using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace ServiceCrm.Testing;

/// <summary>An authenticator app: makes codes from the secret as somebody would type it off the screen.</summary>
public sealed class AuthenticatorApp(string secret)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int StepSeconds = 30;
    private long _last;

    /// <summary>The code that the app shows at a time.</summary>
    public string At(DateTimeOffset time) => OfStep(time.ToUnixTimeSeconds() / StepSeconds);

    /// <summary>A code that was not used before, of the step before now, of now or after; the server's tolerance takes three in a row.</summary>
    public string Next(TestServer server) => Next(server, earliest: -1);

    /// <summary>A code that was not used before, of the step of now or after: it holds half a minute at least, for pages that take their time; the server takes two in a row.</summary>
    public string NextForPage(TestServer server) => Next(server, earliest: 0);

    private string Next(TestServer server, int earliest)
    {
        var now = server.Services.GetService(typeof(TimeProvider)) is TimeProvider clock ? clock.GetUtcNow() : throw new InvalidOperationException("The server has no clock.");
        _last = Math.Max(_last + 1, (now.ToUnixTimeSeconds() / StepSeconds) + earliest);
        return OfStep(_last);
    }

    private string OfStep(long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        using var mac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, Decode(secret));
        mac.AppendData(counter);
        var hash = mac.GetHashAndReset();
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & 0x7fffffff;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    private static byte[] Decode(string text)
    {
        var bits = string.Concat(text.Select(c => Convert.ToString(Alphabet.IndexOf(c, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
