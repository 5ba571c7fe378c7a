using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>The server's manners: headers, health, bad input.</summary>
public sealed class HttpBehaviour : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    public async Task Health_is_told_to_anybody(string path)
    {
        (await _server.AsNobody().Http.GetStringAsync(new Uri(path, UriKind.Relative))).ShouldBe("Healthy");
    }

    [Theory]
    [InlineData("/health/live")]
    [InlineData("/auth/me")]
    [InlineData("/nowhere")]
    public async Task Every_answer_carries_the_security_headers(string path)
    {
        var answer = await _server.AsNobody().Http.GetAsync(new Uri(path, UriKind.Relative));
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self'");
        policy.ShouldNotContain("unsafe-eval");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task A_post_without_the_preflight_header_changes_nothing()
    {
        using var http = new HttpClient { BaseAddress = _server.Url };
        var answer = await http.PostAsJsonAsync("/auth/sign-in", new { email = TestServer.AdminEmail, password = TestServer.Password });
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse();
    }

    [Theory]
    [InlineData("{\"query\":\"{ viewer { name } }\"", "unparsable JSON")]
    [InlineData("[1,2", "unparsable array")]
    [InlineData("{\"query\":5}", "query that is no text")]
    [InlineData("{\"query\":\"{ viewer { \"}", "unfinished document")]
    [InlineData("{\"query\":\"query($a: ID!) { ticket(id: $a) { id } }\",\"variables\":[]}", "variables that are no object")]
    [InlineData("", "nothing at all")]
    public async Task Malformed_graphql_gets_a_readable_error(string body, string what)
    {
        var admin = await _server.AsAdmin();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await admin.Http.PostAsync(new Uri("/graphql", UriKind.Relative), content);
        ((int)answer.StatusCode).ShouldBeInRange(200, 499, what);
        var json = await answer.Content.ReadFromJsonAsync<JsonElement>();
        json.GetProperty("errors").GetArrayLength().ShouldBeGreaterThan(0, what);
        json.TryGetProperty("data", out _).ShouldBeFalse(what);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("Customer_AZNTGX6AedWLUmLAo822tQ")]
    [InlineData("Ticket_AZNTGX6AedWLUmLAo822t")]
    [InlineData("Ticket_../../../../etc/passwd")]
    public async Task A_wrong_id_is_an_error_of_its_field_and_the_rest_is_answered(string id)
    {
        var admin = await _server.AsAdmin();
        var answer = await admin.Send("query($id: ID!) { ticket(id: $id) { id } viewer { name } }", new { id });
        answer.GetProperty("errors").GetArrayLength().ShouldBe(1);
        answer.GetProperty("errors")[0].Text("message").ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("nul \0 inside")]
    [InlineData("lone HIGH surrogate")]
    public async Task Text_that_no_database_can_store_is_refused_by_name(string text)
    {
        var admin = await _server.AsAdmin();
        var body = $$$"""{"query":"mutation($s: String!) { createTicket(input: { subject: $s, body: \"x\" }) { ticket { id } errors { code path message } } }","variables":{"s":{{{Escaped(text.Replace("HIGH", "\ud800", StringComparison.Ordinal))}}}}}""";
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var answer = await admin.Http.PostAsync(new Uri("/graphql", UriKind.Relative), content);
        ((int)answer.StatusCode).ShouldBeLessThan(500);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("errors");
        (await admin.Query("{ tickets { totalCount } }")).GetProperty("tickets").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    [Fact]
    public async Task A_query_nested_a_hundred_thousand_times_is_refused_and_the_server_lives()
    {
        var admin = await _server.AsAdmin();
        var answer = await admin.Send(string.Concat(Enumerable.Repeat("{a", 100_000)));
        answer.GetProperty("errors").GetArrayLength().ShouldBeGreaterThan(0);
        (await admin.Query("{ viewer { name } }")).GetProperty("viewer").Text("name").ShouldBe("admin");
    }

    [Theory]
    [InlineData("../../../etc/passwd", "passwd")]
    [InlineData("..\\..\\boot.ini", "boot.ini")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe")]
    [InlineData("a\r\nSet-Cookie: x=1.txt", "aSet-Cookie x=1.txt")]
    [InlineData("....", "file")]
    [InlineData("<script>.svg", "script.svg")]
    public void Hostile_file_names_become_harmless(string given, string kept) => Platform.Files.FileName.Clean(given).ShouldBe(kept);

    [Fact]
    public async Task An_html_file_is_a_download_that_cannot_run_scripts_here()
    {
        var admin = await _server.AsAdmin();
        var id = await admin.Upload("page.html", "<script>alert(1)</script>"u8.ToArray(), "text/html");
        var answer = await admin.Http.GetAsync(new Uri($"/files/{id}?inline=true", UriKind.Relative));
        answer.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/octet-stream");
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
    }

    [Fact]
    public async Task An_upload_belongs_to_its_uploader_until_it_is_attached()
    {
        var agent = await _server.As("Agent");
        var admin = await _server.AsAdmin();
        var id = await agent.Upload("mine.txt", [1]);
        (await agent.Http.GetAsync(new Uri($"/files/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await admin.Http.GetAsync(new Uri($"/files/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await _server.AsNobody().Http.GetAsync(new Uri($"/files/{id}", UriKind.Relative))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_file_of_a_hundred_megabytes_is_refused_and_leaves_nothing()
    {
        var admin = await _server.AsAdmin();
        using var form = new MultipartFormDataContent();
        using var part = new StreamContent(new ZeroStream(100L * 1024 * 1024));
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(part, "file", "huge.bin");
        HttpStatusCode? status = null;
        try
        {
            status = (await admin.Http.PostAsync(new Uri("/files", UriKind.Relative), form)).StatusCode;
        }
        catch (HttpRequestException)
        {
            // The server may hang up while the rest is still being sent: refused all the same.
        }

        status.ShouldBeOneOf(HttpStatusCode.RequestEntityTooLarge, null);
        var left = Path.Combine(_server.DataDirectory, "files", "incoming");
        (Directory.Exists(left) ? Directory.GetFiles(left) : []).ShouldBeEmpty();
    }

    private static string Escaped(string text) => "\"" + string.Concat(text.Select(c => c is < ' ' or > '~' ? $"\\u{(int)c:x4}" : c.ToString())) + "\"";

    private sealed class ZeroStream(long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var given = (int)Math.Min(count, _left);
            Array.Clear(buffer, offset, given);
            _left -= given;
            return given;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
