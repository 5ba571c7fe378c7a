namespace ServiceCrm.Platform.Data;

/// <summary>
/// The memory of one mutation under its Idempotency-Key. Written in the transaction of the effect; holds the answer
/// once it is known, to be repeated word for word.
/// </summary>
public sealed class IdempotencyRecord
{
    /// <summary>SHA-256 of the caller and the client's key.</summary>
    public string Key { get; init; } = "";

    /// <summary>SHA-256 of query and variables: the same key with another request is a mistake of the client.</summary>
    public string RequestHash { get; init; } = "";

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>Sealed by the <see cref="IdempotencyKey"/>; null until it is known.</summary>
    public byte[]? Answer { get; private set; }
}
