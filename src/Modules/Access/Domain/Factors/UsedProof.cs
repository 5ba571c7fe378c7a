using System.Security.Cryptography;
using System.Text;

namespace ServiceCrm.Access;

/// <summary>
/// A proof that must not be taken twice: the answer to a passkey's challenge, the first step of a sign-in. Its key is
/// unique, so of two that come at once one is refused. Removed when the proof would be too old anyway.
/// </summary>
internal sealed class UsedProof(string hash, DateTimeOffset expiresAt)
{
    public string Hash { get; private set; } = hash;

    public DateTimeOffset ExpiresAt { get; private set; } = expiresAt;

    public static UsedProof Of(string proof, DateTimeOffset expiresAt) => new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(proof))), expiresAt);
}
