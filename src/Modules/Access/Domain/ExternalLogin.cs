using System.Security.Cryptography;
using System.Text;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>The key of a linked account.</summary>
internal readonly record struct ExternalLoginId(Guid Value) : IEntityId<ExternalLoginId>
{
    public static string TypeName => "ExternalLogin";

    public static ExternalLoginId From(Guid value) => new(value);
}

/// <summary>An account at an identity provider with which a member of staff signs in. Issuer and subject name it, never an e-mail address.</summary>
internal sealed class ExternalLogin : Aggregate
{
    public const int LongestIssuer = 300;
    public const int LongestSubject = 255;

    private ExternalLogin()
    {
    }

    public ExternalLoginId Id { get; private set; }

    public UserId UserId { get; private set; }

    /// <summary>The key of the provider in the configuration.</summary>
    public string Provider { get; private set; } = "";

    public string Issuer { get; private set; } = "";

    public string Subject { get; private set; } = "";

    /// <summary>SHA-256 of both: unique also in databases that compare texts without case.</summary>
    public string SubjectKey { get; private set; } = "";

    /// <summary>What the provider called the account when it was last used.</summary>
    public string? Name { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    [NotAudited]
    public DateTimeOffset LastUsedAt { get; private set; }

    public static ExternalLogin Link(UserId user, string provider, string issuer, string subject, string? name, DateTimeOffset at)
    {
        var login = new ExternalLogin { Id = EntityId.New<ExternalLoginId>(at), UserId = user, Provider = provider, Issuer = issuer, Subject = subject, SubjectKey = KeyOf(issuer, subject), CreatedAt = at };
        login.Use(name, at);
        return login;
    }

    public static string KeyOf(string issuer, string subject) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{issuer}\n{subject}")));

    public void Use(string? name, DateTimeOffset at)
    {
        Name = name is null ? Name : SafeText.Cut(SafeText.Mend(name), User.LongestName);
        LastUsedAt = at;
    }
}
