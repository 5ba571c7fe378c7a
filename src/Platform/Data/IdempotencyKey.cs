using System.Security.Cryptography;
using System.Text;

namespace ServiceCrm.Platform.Data;

/// <summary>
/// A client's key for one mutation. Only a hash of it is stored, and the answer is sealed (AES-GCM, NIST SP 800-38D) with
/// another one: answers can hold secrets that are shown once, and only who repeats the request can read them again.
/// </summary>
public sealed class IdempotencyKey
{
    private const int NonceSize = 12;
    private const int TagSize = 16;
    private readonly byte[] _seal;

    /// <param name="caller">Who asks; the key of another caller is another key.</param>
    /// <param name="key">As the client sent it.</param>
    public IdempotencyKey(string caller, string key)
    {
        var secret = Encoding.UTF8.GetBytes($"{caller}\n{key}");
        Stored = Convert.ToHexStringLower(SHA256.HashData(secret));
        _seal = HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, 32, info: "idempotency answer"u8.ToArray());
    }

    /// <summary>What the database knows it by.</summary>
    public string Stored { get; }

    internal byte[] Seal(ReadOnlySpan<byte> answer)
    {
        var sealedAnswer = new byte[NonceSize + answer.Length + TagSize];
        var nonce = sealedAnswer.AsSpan(0, NonceSize);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = new AesGcm(_seal, TagSize);
        cipher.Encrypt(nonce, answer, sealedAnswer.AsSpan(NonceSize, answer.Length), sealedAnswer.AsSpan(NonceSize + answer.Length));
        return sealedAnswer;
    }

    internal byte[] Open(ReadOnlySpan<byte> sealedAnswer)
    {
        var answer = new byte[sealedAnswer.Length - NonceSize - TagSize];
        using var cipher = new AesGcm(_seal, TagSize);
        cipher.Decrypt(sealedAnswer[..NonceSize], sealedAnswer[NonceSize..^TagSize], sealedAnswer[^TagSize..], answer);
        return answer;
    }
}
