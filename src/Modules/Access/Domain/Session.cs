using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of a session.</summary>
internal readonly record struct SessionId(Guid Value) : IEntityId<SessionId>
{
    public static string TypeName => "Session";

    public static SessionId From(Guid value) => new(value);
}

/// <summary>
/// One browser in which somebody is signed in. The cookie names it; it ends here and not in the browser, so that a copied
/// cookie ends with it.
/// </summary>
internal sealed class Session : Aggregate
{
    public const int LongestAgent = 300;

    private Session()
    {
    }

    public SessionId Id { get; private set; }

    public UserId UserId { get; private set; }

    /// <summary>How the person proved to be who they are: one of <see cref="SessionMethods"/>.</summary>
    public string Method { get; private set; } = "";

    public string? Address { get; private set; }

    public string? UserAgent { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    [NotAudited]
    public DateTimeOffset LastSeenAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The role as which an administrator looks at the console in this session; null for the own rights.</summary>
    public string? ViewAs { get; private set; }

    public static Session Begin(UserId user, string method, RequestOrigin? from, DateTimeOffset at, TimeSpan lasts) => new()
    {
        Id = EntityId.New<SessionId>(at),
        UserId = user,
        Method = method,
        Address = from?.Address,
        UserAgent = from?.UserAgent is { } agent ? SafeText.Cut(agent, LongestAgent) : null,
        CreatedAt = at,
        LastSeenAt = at,
        ExpiresAt = at + lasts,
    };

    public bool Stands(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    public void End(DateTimeOffset at) => EndedAt ??= at;

    public void LookAs(string? role) => ViewAs = role;
}
