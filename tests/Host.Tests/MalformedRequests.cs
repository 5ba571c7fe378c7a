using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Bytes that are no request: refused with words, and the server goes on.</summary>
public sealed class MalformedRequests : IAsyncLifetime
{
    private const string Json = "application/json";
    private const string Viewer = "{\"query\":\"{ viewer { name } }\"}";

    private TestServer _server = null!;
    private GraphQLClient _admin = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start();
        _admin = await _server.AsAdmin();
    }

    public ValueTask DisposeAsync()
    {
        _admin.Dispose();
        return _server.DisposeAsync();
    }

    [Fact]
    public async Task Every_malformed_body_gets_a_4xx_with_words()
    {
        var deep = new string('[', 50_000) + new string(']', 50_000);
        foreach (var (what, type, body) in new (string, string, byte[])[]
        {
            ("nothing", Json, []),
            ("half an object", Json, "{\"query\""u8.ToArray()),
            ("not UTF-8", Json, [0x7B, 0x22, 0xFF, 0xFE, 0x22, 0x7D]),
            ("UTF-16", Json, Encoding.Unicode.GetBytes(Viewer)),
            ("an array", Json, "[]"u8.ToArray()),
            ("a number", Json, "42"u8.ToArray()),
            ("null", Json, "null"u8.ToArray()),
            ("no query", Json, "{}"u8.ToArray()),
            ("a query of the wrong type", Json, "{\"query\":{}}"u8.ToArray()),
            ("variables that are text", Json, "{\"query\":\"{ viewer { name } }\",\"variables\":\"x\"}"u8.ToArray()),
            ("a name that is a number", Json, "{\"query\":\"{ viewer { name } }\",\"operationName\":7}"u8.ToArray()),
            ("something behind the end", Json, Encoding.UTF8.GetBytes(Viewer + "{}")),
            ("deep JSON", Json, Encoding.UTF8.GetBytes(deep)),
            ("deep variables", Json, Encoding.UTF8.GetBytes($"{{\"query\":\"{{ viewer {{ name }} }}\",\"variables\":{{\"a\":{deep}}}}}")),
            ("more than a megabyte", Json, Encoding.UTF8.GetBytes($"{{\"query\":\"{{ viewer {{ name }} }}\",\"variables\":{{\"a\":\"{new string('x', 1_100_000)}\"}}}}")),
            ("plain text", "text/plain", Encoding.UTF8.GetBytes(Viewer)),
            ("XML", "application/xml", "<query/>"u8.ToArray()),
            ("a form", "application/x-www-form-urlencoded", "query={viewer{name}}"u8.ToArray()),
            ("another charset", "application/json; charset=utf-16", Encoding.Unicode.GetBytes(Viewer)),
            ("a multipart without boundary", "multipart/form-data", "x"u8.ToArray()),
            ("a multipart of nonsense", "multipart/form-data; boundary=x", "no parts here"u8.ToArray()),
            ("a multipart cut off", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\""u8.ToArray()),
            ("a multipart without operations", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"map\"\r\n\r\n{}\r\n--x--\r\n"u8.ToArray()),
        })
        {
            foreach (var path in new[] { "/graphql", "/portal/graphql" })
            {
                using var content = new ByteArrayContent(body);
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
                using var answer = await _admin.Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                ((int)answer.StatusCode).ShouldBeInRange(400, 499, $"{path} {what}: {text}");
                using var json = JsonDocument.Parse(text.Length > 0 ? text : "{}");
                json.RootElement.TryGetProperty("errors", out var errors).ShouldBeTrue($"{path} {what}: {(int)answer.StatusCode} {text}");
                errors[0].GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace();
            }
        }

        await Lives();
    }

    [Theory]
    [InlineData("/files")]
    [InlineData("/portal/files")]
    public async Task A_malformed_upload_gets_a_4xx_with_words_and_leaves_nothing(string path)
    {
        var part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.txt\"\r\n\r\nhalf of the file"u8.ToArray();
        foreach (var (what, type, body) in new (string, string, byte[])[]
        {
            ("JSON", Json, "{}"u8.ToArray()),
            ("nothing", "multipart/form-data; boundary=x", []),
            ("no boundary", "multipart/form-data", part),
            ("a boundary of 500 characters", $"multipart/form-data; boundary={new string('b', 500)}", part),
            ("cut off", "multipart/form-data; boundary=x", part),
            ("a header without end", "multipart/form-data; boundary=x", Encoding.UTF8.GetBytes("--x\r\nContent-Disposition: " + new string('h', 100_000))),
            ("no file among the parts", "multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\ntext\r\n--x--\r\n"u8.ToArray()),
        })
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
            using var answer = await _admin.Http.PostAsync(new Uri(path, UriKind.Relative), content, TestContext.Current.CancellationToken);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, $"{what}: {text}");
            using var json = JsonDocument.Parse(text);
            json.RootElement.GetProperty("message").GetString().ShouldNotBeNullOrWhiteSpace(what);
        }

        StoredFiles().ShouldBeEmpty();
        await Lives();
    }

    [Fact]
    public async Task A_malformed_sign_in_gets_a_4xx_with_words()
    {
        foreach (var body in new[] { "{\"email\":5}", "[", "", "null" })
        {
            using var content = new StringContent(body, Encoding.UTF8, Json);
            using var answer = await _admin.Http.PostAsync(new Uri("/auth/sign-in", UriKind.Relative), content, TestContext.Current.CancellationToken);
            ((int)answer.StatusCode).ShouldBeInRange(400, 499, body);
            (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain("message", Case.Sensitive, body);
        }
    }

    private IEnumerable<string> StoredFiles()
    {
        var root = Path.Combine(_server.DataDirectory, "files");
        return Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : [];
    }

    private async Task Lives()
    {
        (await _admin.Query("{ viewer { name } }")).GetProperty("viewer").Text("name").ShouldBe("admin");
        (await _admin.Http.GetAsync(new Uri("/health/ready", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }
}
