using System.Security.Claims;
using System.Text.Json;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>What a provider says of somebody.</summary>
internal sealed record ProviderIdentity(string Issuer, string Subject, string? Name, EmailAddress? VerifiedEmail, IReadOnlyList<string> Groups, IReadOnlyList<string> Methods, string? Sid, string? Language)
{
    public string SubjectKey => ExternalLogin.KeyOf(Issuer, Subject);

    /// <summary>What the page of linked accounts calls it.</summary>
    public string? Label => VerifiedEmail?.Value ?? Name;

    /// <returns>null when it does not even say who it is</returns>
    public static ProviderIdentity? Of(ClaimsPrincipal principal, string groupsClaim)
    {
        var (issuer, subject) = (principal.FindFirst("iss")?.Value, principal.FindFirst("sub")?.Value);
        if (issuer is not { Length: > 0 and <= ExternalLogin.LongestIssuer } || subject is not { Length: > 0 and <= ExternalLogin.LongestSubject })
        {
            return null;
        }

        // Some say "true", some true: both come as text. What is not said is not verified.
        var verified = string.Equals(principal.FindFirst("email_verified")?.Value, "true", StringComparison.OrdinalIgnoreCase);
        return new ProviderIdentity(
            issuer,
            subject,
            principal.FindFirst("name")?.Value,
            verified && EmailAddress.TryParse(principal.FindFirst("email")?.Value, out var email) ? email : null,
            Values(principal, groupsClaim),
            Values(principal, "amr"),
            principal.FindFirst("sid")?.Value is { Length: <= 200 } sid ? sid : null,
            principal.FindFirst("locale")?.Value);
    }

    /// <summary>A list comes as one claim for each value from a token, and as one JSON array from the userinfo endpoint.</summary>
    private static List<string> Values(ClaimsPrincipal principal, string claim) =>
        [.. principal.FindAll(claim).SelectMany(c => c.Value.StartsWith('[') ? Parsed(c.Value) : [c.Value]).Distinct(StringComparer.Ordinal)];

    private static List<string> Parsed(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<string>>(json) ?? [];
        }
        catch (JsonException)
        {
            return [json];
        }
    }
}
