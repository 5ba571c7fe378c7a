using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace ServiceCrm.Platform.Security;

/// <summary>The key of an entry of the security log.</summary>
public readonly record struct SecurityEntryId(Guid Value) : Values.IEntityId<SecurityEntryId>
{
    public static string TypeName => "SecurityEntry";

    public static SecurityEntryId From(Guid value) => new(value);
}

/// <summary>
/// One entry of the security log. Each carries the hash of the one before it, so that a changed, removed, added or moved
/// entry breaks the chain.
/// </summary>
public sealed record SecurityEntry
{
    /// <summary>1, 2, 3 … without gaps.</summary>
    public long Sequence { get; init; }

    public SecurityEntryId Id { get; init; }

    public DateTimeOffset At { get; init; }

    /// <summary>What happened; one of <see cref="SecurityEvents"/>.</summary>
    public string Kind { get; init; } = "";

    public CallerKind ActorKind { get; init; }

    public UserId? ActorId { get; init; }

    public string ActorName { get; init; } = "";

    /// <summary>The type of what it was done to, for example <c>User</c>.</summary>
    public string? SubjectType { get; init; }

    public Guid? SubjectId { get; init; }

    public string? SubjectName { get; init; }

    /// <summary>The network address of the request; null for jobs.</summary>
    public string? Address { get; init; }

    public string? UserAgent { get; init; }

    /// <summary>More in words: values before and after, a reason.</summary>
    public string? Details { get; init; }

    /// <summary>The hash of the entry before; 64 zeros for the first.</summary>
    public string PreviousHash { get; init; } = "";

    /// <summary>SHA-256 over everything above, in lower-case hexadecimal digits.</summary>
    public string Hash { get; init; } = "";

    /// <summary>The hash that the entry must have. Every field goes in with its length, so that no two entries give the same bytes.</summary>
    public string ComputeHash()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var field in new[]
        {
            PreviousHash, Number(Sequence), Id.Value.ToString(), Number(At.ToUnixTimeMilliseconds()), Kind, ActorKind.ToString(), ActorId?.Value.ToString(), ActorName,
            SubjectType, SubjectId?.ToString(), SubjectName, Address, UserAgent, Details,
        })
        {
            Append(hash, field);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static string Number(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static void Append(IncrementalHash hash, string? field)
    {
        Span<byte> length = stackalloc byte[4];
        var bytes = field is null ? [] : Encoding.UTF8.GetBytes(field);
        BinaryPrimitives.WriteInt32BigEndian(length, field is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}

/// <summary>The end of the chain. The one row is locked by whoever appends, so that entries follow one another on every engine.</summary>
public sealed class SecurityLogHead
{
    public const int TheOnlyOne = 1;

    public int Id { get; init; } = TheOnlyOne;

    public long Sequence { get; init; }

    public string Hash { get; init; } = SecurityLog.Start;
}
