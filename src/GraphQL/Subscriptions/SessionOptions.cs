using Microsoft.Extensions.DependencyInjection;

namespace ServiceCrm.GraphQL.Subscriptions;

/// <summary>What a session needs of its surroundings; it knows no HTTP.</summary>
internal sealed record SessionOptions
{
    /// <summary>Decides on connection_init; the payload may be absent.</summary>
    public required Func<JsonElement?, CancellationToken, ValueTask<bool>> Connect { get; init; }

    /// <summary>Services for one operation or event.</summary>
    public required Func<AsyncServiceScope> CreateScope { get; init; }

    /// <summary>Whether the caller may still be here; asked for each operation and event.</summary>
    public required Func<IServiceProvider, ValueTask<bool>> IsStillAllowed { get; init; }

    public required TimeSpan InitTimeout { get; init; }

    public required TimeSpan KeepAlive { get; init; }

    public required int MaxSubscriptions { get; init; }

    public required int MaxWaitingEvents { get; init; }

    public required int MaxMessageBytes { get; init; }

    public required TimeProvider Clock { get; init; }
}

/// <summary>Why a session ends, as close codes of the protocol.</summary>
internal static class CloseCodes
{
    public const int Normal = 1000;
    public const int GoingAway = 1001;
    public const int BadMessage = 4400;
    public const int Unauthorized = 4401;
    public const int Forbidden = 4403;
    public const int BadProtocol = 4406;
    public const int InitTimeout = 4408;
    public const int DuplicateId = 4409;
    public const int TooManyInits = 4429;
    public const int ServerError = 4500;
}

/// <summary>Ends the session with a close code.</summary>
internal sealed class SessionEndException(int code, string reason) : Exception(reason)
{
    public int Code { get; } = code;
}
