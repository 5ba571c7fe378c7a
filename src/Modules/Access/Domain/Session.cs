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

    /// <summary>The identity provider that vouched for the person; null when we did ourselves.</summary>
    public string? Provider { get; private set; }

    /// <summary>The account there, as <see cref="ExternalLogin.SubjectKey"/>.</summary>
    [NotAudited]
    public string? ProviderSubject { get; private set; }

    /// <summary>The session there.</summary>
    [NotAudited]
    public string? ProviderSession { get; private set; }

    /// <summary>The provider's id token, sealed: it says there whose session shall end.</summary>
    [NotAudited]
    public string? ProviderToken { get; private set; }

    /// <summary>Whether the provider has asked for a second factor already.</summary>
    public bool ProviderFactor { get; private set; }

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

    /// <summary>The provider vouched for the person.</summary>
    public Session By(ProviderProof at)
    {
        (Provider, ProviderSubject, ProviderSession, ProviderToken, ProviderFactor) = (at.Provider, at.Subject, at.Sid, at.Token, at.SecondFactor);
        return this;
    }

    public bool Stands(DateTimeOffset now) => EndedAt is null && now < ExpiresAt;

    public void End(DateTimeOffset at) => EndedAt ??= at;

    public void LookAs(string? role) => ViewAs = role;
}

/// <summary>What is known of the session at an identity provider.</summary>
/// <param name="Provider">The key of the provider.</param>
/// <param name="Subject">The account there.</param>
/// <param name="Sid">The session there, where the provider names it.</param>
/// <param name="Token">The id token, sealed.</param>
/// <param name="SecondFactor">Whether it asked for a second factor that counts here.</param>
internal sealed record ProviderProof(string Provider, string Subject, string? Sid, string Token, bool SecondFactor);
