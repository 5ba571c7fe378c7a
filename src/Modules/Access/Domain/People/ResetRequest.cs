using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of a request for a new password.</summary>
internal readonly record struct ResetRequestId(Guid Value) : IEntityId<ResetRequestId>
{
    public static string TypeName => "ResetRequest";

    public static ResetRequestId From(Guid value) => new(value);
}

/// <summary>Somebody, whoever it was, asked for a new password. <paramref name="Site"/> is where links lead to; null when no address is safe to write into a mail.</summary>
internal sealed record PasswordResetAsked(ResetRequestId RequestId, string? Site, string? From, DateTimeOffset At) : IEvent;

/// <summary>
/// Somebody asked for a new password for an address, known or not. Written alike for both, so that the answer and its time
/// tell nothing; whether there is such a person is looked up later. Also counts how often it was asked.
/// </summary>
internal sealed class ResetRequest : Aggregate
{
    private ResetRequest()
    {
    }

    public ResetRequestId Id { get; private set; }

    [NotAudited]
    public string EmailKey { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    /// <summary>Whether a mail was planned.</summary>
    [NotAudited]
    public bool Mailed { get; private set; }

    public static ResetRequest Take(EmailAddress email, string? site, string? from, DateTimeOffset at)
    {
        var request = new ResetRequest { Id = EntityId.New<ResetRequestId>(at), EmailKey = email.Key, At = at };
        request.Raise(new PasswordResetAsked(request.Id, site, from, at));
        return request;
    }

    public void Mail() => Mailed = true;
}
