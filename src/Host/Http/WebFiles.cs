using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Modules;

namespace ServiceCrm.Host.Http;

/// <summary>The built web console and portal. Files with a hash in their name are kept by browsers for a year, pages never.</summary>
internal static class WebFiles
{
    public static void Use(WebApplication app)
    {
        var root = Root(app.Services);
        if (!Directory.Exists(root))
        {
            return;
        }

        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(root),
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
                file.Context.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
        });
    }

    public static void MapPages(WebApplication app)
    {
        app.MapGet("/portal/{**rest}", http => Page(http, "portal.html"));
        app.MapFallback(http => Page(http, "index.html")).OpenBeforeSecondFactor();
    }

    public static async Task Page(HttpContext http, string name)
    {
        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            throw new NotFound("This address");
        }

        var path = Path.Combine(Root(http.RequestServices), name);
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.CacheControl = "no-cache";
        if (File.Exists(path))
        {
            await http.Response.SendFileAsync(path, http.RequestAborted);
            return;
        }

        http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        await http.Response.WriteAsync("<!doctype html><html lang=\"en\"><title>ServiceCrm</title><p>The web pages were not built, because Node.js 20 or newer was not found. Install it and start again; the API at <code>/graphql</code> works.</p></html>");
    }

    private static string Root(IServiceProvider services)
    {
        var configured = services.GetRequiredService<IOptions<ConsoleOptions>>().Value.Path;
        return Path.GetFullPath(configured.Length > 0 ? configured : Path.Combine(AppContext.BaseDirectory, "wwwroot"));
    }
}
