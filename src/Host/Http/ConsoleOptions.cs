using Microsoft.AspNetCore.HttpOverrides;

namespace ServiceCrm.Host.Http;

/// <summary>Section <c>Console</c>: where the built web console lies.</summary>
public sealed class ConsoleOptions
{
    /// <summary>Empty means <c>wwwroot</c> beside the program.</summary>
    public string Path { get; set; } = "";
}

/// <summary>Section <c>Proxy</c>: which reverse proxies may say who the client is.</summary>
public sealed class ProxyOptions
{
    /// <summary>Addresses of trusted proxies; headers from anybody else are ignored.</summary>
    public string[] Trusted { get; set; } = [];

    internal static void Use(WebApplication app)
    {
        var trusted = app.Configuration.GetSection("Proxy").Get<ProxyOptions>()?.Trusted ?? [];
        if (trusted.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in trusted)
        {
            options.KnownProxies.Add(System.Net.IPAddress.TryParse(proxy, out var address)
                ? address
                : throw new StartRefusedException($"Proxy:Trusted holds “{proxy}”, which is not an IP address."));
        }

        app.UseForwardedHeaders(options);
    }
}
