using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Access;

/// <summary>
/// What a browser must bring back within minutes: sealed, so that nobody reads or changes it, and each under a purpose of
/// its own, so that no cookie stands in for another. None of them is a session.
/// </summary>
internal sealed class SealedCookies(IDataProtectionProvider protection, IHttpContextAccessor http, TimeProvider clock)
{
    public static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private const string Path = "/auth";

    private HttpContext Http => http.HttpContext ?? throw new InvalidOperationException("There is no request.");

    /// <returns>until when it can be brought back</returns>
    public DateTimeOffset Put<T>(string name, T value)
    {
        var until = clock.Now() + Lasts;
        var text = WebEncoders.Base64UrlEncode(Seal(name).Protect(JsonSerializer.SerializeToUtf8Bytes(new Envelope<T>(value, until))));
        Http.Response.Cookies.Append(name, text, Options(Lasts));
        return until;
    }

    /// <returns>null when it is absent, too old or not ours</returns>
    public T? Read<T>(string name) where T : class
    {
        try
        {
            return Http.Request.Cookies[name] is { Length: > 0 } text
                && JsonSerializer.Deserialize<Envelope<T>>(Seal(name).Unprotect(WebEncoders.Base64UrlDecode(text))) is { } envelope && clock.Now() < envelope.Until
                ? envelope.Value
                : null;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    public void Remove(string name) => Http.Response.Cookies.Delete(name, Options(lasts: null));

    private IDataProtector Seal(string name) => protection.CreateProtector("ServiceCrm.Access.Cookie", name);

    private CookieOptions Options(TimeSpan? lasts) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = Http.Request.IsHttps,
        Path = Path,
        MaxAge = lasts,
        IsEssential = true,
    };

    private sealed record Envelope<T>(T Value, DateTimeOffset Until);
}
