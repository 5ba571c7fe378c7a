using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Logging;

namespace ServiceCrm.Testing;

/// <summary>Takes traces and metrics over OTLP, by gRPC without TLS or by HTTP with protobuf, and keeps the bytes.</summary>
public sealed class OtlpCollector : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, string ContentType, string Body)> _received = [];

    private OtlpCollector(HttpProtocols protocol)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0, l => l.Protocols = protocol));
        _app = builder.Build();
        _app.Run(Take);
    }

    public string Url => _app.Urls.First();

    /// <summary>What arrived: path, content type, and the bytes as Latin-1, so that names in them can be found.</summary>
    public IReadOnlyCollection<(string Path, string ContentType, string Body)> Received => _received;

    public static async Task<OtlpCollector> Start(bool grpc)
    {
        var collector = new OtlpCollector(grpc ? HttpProtocols.Http2 : HttpProtocols.Http1);
        await collector._app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        var type = http.Request.ContentType ?? "";
        if (type.StartsWith("application/grpc", StringComparison.Ordinal))
        {
            http.Response.ContentType = "application/grpc";
            // An empty message: not compressed, length 0.
            await http.Response.Body.WriteAsync(new byte[5]);
            http.Response.AppendTrailer("grpc-status", "0");
        }
        else
        {
            http.Response.ContentType = "application/x-protobuf";
        }

        _received.Enqueue((http.Request.Path, type, Encoding.Latin1.GetString(body.ToArray())));
    }
}
