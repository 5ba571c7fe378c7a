using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>
/// Remembers in a browser who has signed in there. Tries from a device that an account knows are counted apart, so that
/// strangers who try the account from everywhere do not keep its owner out. It proves nothing else.
/// </summary>
internal sealed class KnownDevices(IDataProtectionProvider protection, IHttpContextAccessor http)
{
    private const string Cookie = "servicecrm-device";
    private const string Path = "/auth";
    private const int MostPeople = 5;
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(180);

    private readonly IDataProtector _seal = protection.CreateProtector("ServiceCrm.Access.KnownDevices");

    /// <summary>What counts the tries of this device at this account; null when the account does not know it.</summary>
    public string? Of(User? user) => user is not null && Read() is { } device && device.People.Contains(user.Id.Value) ? $"device {device.Id}" : null;

    public void Remember(UserId user)
    {
        if (http.HttpContext is not { Response.HasStarted: false } context)
        {
            return;
        }

        var device = Read() ?? new Device(Guid.NewGuid(), []);
        var people = device.People.Where(p => p != user.Value).Append(user.Value).TakeLast(MostPeople).ToList();
        var text = WebEncoders.Base64UrlEncode(_seal.Protect(JsonSerializer.SerializeToUtf8Bytes(device with { People = people })));
        context.Response.Cookies.Append(Cookie, text, new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Strict, Secure = context.Request.IsHttps, Path = Path, MaxAge = Lasts, IsEssential = true,
        });
    }

    private Device? Read()
    {
        try
        {
            return http.HttpContext?.Request.Cookies[Cookie] is { Length: > 0 } text
                ? JsonSerializer.Deserialize<Device>(_seal.Unprotect(WebEncoders.Base64UrlDecode(text)))
                : null;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Device(Guid Id, IReadOnlyList<Guid> People);
}
