using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ServiceCrm.Access;

/// <summary>
/// Where links in mails lead. The address of a request is what its sender wrote: whoever asks for somebody else's new
/// password could make the mail lead to a site of their own, and take the secret there.
/// </summary>
internal sealed class PublicLinks(IOptions<AccessOptions> options, IConfiguration configuration, IHttpContextAccessor http, ILogger<PublicLinks> log)
{
    /// <summary>For what a signed-in person does: the configured address, else that at which this person works.</summary>
    public string ForStaff() => Configured ?? OfRequest() ?? "";

    /// <summary>For what a stranger asks: null when no address is known to be ours.</summary>
    public string? ForStrangers()
    {
        if (Configured is { } configured)
        {
            return configured;
        }

        if (http.HttpContext is { } context && IsOurs(context.Request.Host))
        {
            return OfRequest();
        }

        log.LogWarning("A link for a new password was asked for and not mailed: set Access:PublicUrl to the address of the console");
        return null;
    }

    public static string Page(string site, string page, string secret) => $"{site}/{page}?token={secret}";

    private string? Configured => options.Value.PublicUrl.Trim().TrimEnd('/') is { Length: > 0 } url ? url : null;

    // Compared here although the server filters hosts: a proxy may have put another one in after the filter.
    private bool IsOurs(HostString host)
    {
        var allowed = (configuration["AllowedHosts"] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return host.Host is "localhost" or "127.0.0.1" or "[::1]" || allowed.Contains(host.Host, StringComparer.OrdinalIgnoreCase);
    }

    private string? OfRequest() => http.HttpContext is { } context ? $"{context.Request.Scheme}://{context.Request.Host.ToUriComponent()}" : null;
}
