using Microsoft.AspNetCore.Http;

namespace ServiceCrm.Customers;

/// <summary>The portal's two cookies: the session, and the browser that has asked for a code. Neither is sent beyond the portal.</summary>
internal static class PortalCookies
{
    private const string SessionName = "servicecrm-portal";
    private const string BrowserName = "servicecrm-portal-code";
    private const string Path = "/portal";

    public static string? Session(HttpContext http) => Read(http, SessionName);

    public static string? Browser(HttpContext http) => Read(http, BrowserName);

    public static void PutSession(HttpContext http, string token, TimeSpan lasts) => http.Response.Cookies.Append(SessionName, token, Options(http, lasts));

    public static void PutBrowser(HttpContext http, string token) => http.Response.Cookies.Append(BrowserName, token, Options(http, PortalSignIn.Lasts));

    public static void RemoveSession(HttpContext http) => http.Response.Cookies.Delete(SessionName, Options(http, lasts: null));

    public static void RemoveBrowser(HttpContext http) => http.Response.Cookies.Delete(BrowserName, Options(http, lasts: null));

    // What has another length is none of ours and costs no look into the database.
    private static string? Read(HttpContext http, string name) => http.Request.Cookies[name] is { Length: PortalToken.Length } token ? token : null;

    private static CookieOptions Options(HttpContext http, TimeSpan? lasts) => new()
    {
        Path = Path,
        HttpOnly = true,
        Secure = http.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        MaxAge = lasts,
    };
}
