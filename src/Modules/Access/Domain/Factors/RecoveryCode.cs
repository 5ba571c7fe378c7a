using System.Security.Cryptography;
using System.Text;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of a recovery code.</summary>
internal readonly record struct RecoveryCodeId(Guid Value) : IEntityId<RecoveryCodeId>
{
    public static string TypeName => "RecoveryCode";

    public static RecoveryCodeId From(Guid value) => new(value);
}

/// <summary>
/// A code on paper for the day the telephone is lost; each works once. It holds 80 random bits, so a plain hash suffices:
/// there is nothing to guess.
/// </summary>
internal sealed class RecoveryCode
{
    public const int SetSize = 10;

    /// <summary>From here on the person is told to make new ones.</summary>
    public const int Few = 3;

    private const int Bytes = 10;
    private const int GroupLength = 4;

    private RecoveryCode()
    {
    }

    public RecoveryCodeId Id { get; private set; }

    public UserId UserId { get; private set; }

    public string Hash { get; private set; } = "";

    public DateTimeOffset? UsedAt { get; private set; }

    /// <summary>Makes a set; the texts are known only now.</summary>
    public static (IReadOnlyList<RecoveryCode> Codes, IReadOnlyList<string> Texts) MakeSet(UserId user, DateTimeOffset at)
    {
        var texts = Enumerable.Range(0, SetSize).Select(_ => Text(RandomNumberGenerator.GetBytes(Bytes))).ToList();
        return ([.. texts.Select(text => new RecoveryCode { Id = EntityId.New<RecoveryCodeId>(at), UserId = user, Hash = HashOf(user, text) })], texts);
    }

    /// <summary>The hash of a code as somebody typed it: case, spaces and hyphens do not matter.</summary>
    public static string HashOf(UserId user, string typed)
    {
        var code = string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{user.Value}\n{code}")));
    }

    private static string Text(byte[] random) => string.Join('-', Base32.Encode(random).Chunk(GroupLength).Select(group => new string(group)));
}
