using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>What every answer has in common, whatever it is: compressed when asked, guarded always.</summary>
public sealed class Answers : IAsyncLifetime
{
    private readonly TempFolder _pages = new();
    private TestServer _server = null!;
    private GraphQLClient _admin = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_pages.File("assets"));
        foreach (var (name, text) in new[] { ("assets/app.js", "export const x = 1;\n"), ("assets/app.css", "p { color: red }\n"), ("assets/sign.svg", "<svg/>"), ("index.html", "<!doctype html>"), ("portal.html", "<!doctype html>"), ("explorer.html", "<!doctype html>") })
        {
            await File.WriteAllTextAsync(_pages.File(name), string.Concat(Enumerable.Repeat(text, 500)), Ct);
        }

        _server = await TestServer.Start(settings: ("Console:Path", _pages.Path));
        _admin = await _server.AsAdmin();
    }

    public async ValueTask DisposeAsync()
    {
        _admin.Dispose();
        await _server.DisposeAsync();
        _pages.Dispose();
    }

    [Fact]
    public async Task Answers_are_compressed_for_whoever_asks()
    {
        foreach (var path in new[] { "/assets/app.js", "/assets/app.css", "/assets/sign.svg", "/", "/portal/new", "/graphql/schema.graphql", "graphql" })
        {
            using var plain = await Ask(path, "identity");
            plain.Content.Headers.ContentEncoding.ShouldBeEmpty();
            var whole = await plain.Content.ReadAsByteArrayAsync(Ct);
            foreach (var encoding in new[] { "br", "gzip" })
            {
                using var packed = await Ask(path, encoding);
                packed.StatusCode.ShouldBe(HttpStatusCode.OK, path);
                packed.Content.Headers.ContentEncoding.ShouldBe([encoding], path);
                packed.Headers.Vary.ShouldContain("Accept-Encoding", path);
                var bytes = await packed.Content.ReadAsByteArrayAsync(Ct);
                bytes.Length.ShouldBeLessThan(whole.Length, path);
                (await Unpack(bytes, encoding)).ShouldBe(whole, path);
            }
        }
    }

    [Fact]
    public async Task Every_kind_of_answer_carries_the_security_headers()
    {
        foreach (var (method, path, status) in new[]
        {
            ("GET", "/", 200), ("GET", "/portal", 200), ("GET", "/assets/app.js", 200), ("GET", "/assets/missing.js", 404), ("GET", "/health/ready", 200), ("GET", "/auth/me", 200),
            ("GET", "/graphql/schema.graphql", 200), ("GET", "/graphql", 400), ("POST", "/graphql", 415), ("PUT", "/graphql", 201), ("PATCH", "/graphql", 405), ("POST", "/files", 400), ("GET", "/files/File_nonsense", 404),
            ("GET", "/portal/files/token/File_nonsense", 404), ("POST", "/auth/sign-in", 404), ("POST", "/nowhere", 404), ("DELETE", "/auth/me", 404),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            request.Content = method is "POST" or "PUT" ? new StringContent("x", Encoding.UTF8, "text/plain") : null;
            using var answer = await _admin.Http.SendAsync(request, Ct);
            ((int)answer.StatusCode).ShouldBe(status, $"{method} {path}");
            var policy = answer.Headers.GetValues("Content-Security-Policy").ShouldHaveSingleItem(path);
            policy.ShouldContain("default-src 'self'");
            policy.ShouldContain("object-src 'none'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.Split(';').Select(p => p.Trim()).ShouldContain("script-src 'self'");
            answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], path);
            answer.Headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"], path);
            answer.Headers.Contains("Server").ShouldBeFalse(path);
        }
    }

    [Fact]
    public async Task The_keys_of_the_cookies_are_in_the_database_and_every_node_reads_them()
    {
        (await _server.InScope((_, db) => db.DataProtectionKeys.CountAsync(Ct))).ShouldBeGreaterThan(0);
        Assert.SkipWhen(PostgresServer.MissingBecause is not null, PostgresServer.MissingBecause ?? "");
        await using var first = await TestServer.Start(DatabaseProvider.PostgreSql);
        await using var second = await first.StartNode();
        using var admin = await first.AsAdmin();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(second.Url, "/auth/me"));
        request.Headers.Add("Cookie", admin.Cookies.GetCookieHeader(first.Url));
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        using var answer = await http.SendAsync(request, Ct);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await answer.Content.ReadAsStringAsync(Ct)).ShouldContain(TestServer.AdminEmail);
    }

    private static async Task<byte[]> Unpack(byte[] bytes, string encoding)
    {
        using var memory = new MemoryStream(bytes);
        await using Stream unpack = encoding == "br" ? new BrotliStream(memory, CompressionMode.Decompress) : new GZipStream(memory, CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        await unpack.CopyToAsync(unpacked, Ct);
        return unpacked.ToArray();
    }

    private async Task<HttpResponseMessage> Ask(string path, string encoding)
    {
        using var request = path == "graphql"
            ? new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = "{ __schema { types { name description } } }" }) }
            : new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));
        return await _admin.Http.SendAsync(request, Ct);
    }
}
