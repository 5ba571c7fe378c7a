using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Clients that go away in the middle, or send nonsense and go on on the same connection.</summary>
public sealed class ClientsThatLeave : IAsyncLifetime
{
    private readonly LogLines _log = new();
    private TestServer _server = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start(settings: ("Logging:LogLevel:Default", "Warning"));
        _server.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _log.Dispose();
    }

    [Theory]
    [InlineData("/graphql", "application/json", "{ this is no JSON")]
    [InlineData("/graphql", "application/json", "[]")]
    [InlineData("/graphql", "text/plain", "{\"query\":\"{ __typename }\"}")]
    [InlineData("/portal/graphql", "application/json", "{\"query\":")]
    [InlineData("/files", "text/plain", "x")]
    public async Task After_a_refused_request_the_connection_goes_on(string path, string contentType, string body)
    {
        using var client = await Connect();
        await Send(client, path, contentType, body, body.Length);
        (await Answer(client)).ShouldStartWith("HTTP/1.1 4");
        const string good = "{\"query\":\"{ __typename }\"}";
        await Send(client, "/portal/graphql", "application/json", good, good.Length);
        (await Answer(client)).ShouldStartWith("HTTP/1.1 200");
        _log.All.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/graphql", false)]
    [InlineData("/graphql", true)]
    [InlineData("/auth/sign-in", false)]
    [InlineData("/auth/sign-in", true)]
    [InlineData("/portal/files", false)]
    [InlineData("/portal/files", true)]
    public async Task A_client_that_leaves_in_the_middle_of_a_request_is_no_fault_of_ours(string path, bool abruptly)
    {
        using (var client = await Connect())
        {
            var type = path.EndsWith("files", StringComparison.Ordinal) ? "multipart/form-data; boundary=x" : "application/json";
            var body = path.EndsWith("files", StringComparison.Ordinal) ? "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\nhalf" : "{\"query\":";
            await Send(client, path, type, "", body.Length + 1000, "Expect: 100-continue\r\n");
            (await Answer(client)).ShouldStartWith("HTTP/1.1 100");
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(body), Ct);
            client.LingerState = new LingerOption(abruptly, 0);
        }

        // A server that has finished with the connection has written what it had to say about it.
        await _server.Stop();
        _log.All.ShouldBeEmpty();
    }

    private async Task<TcpClient> Connect()
    {
        var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", _server.Url.Port, Ct);
        return client;
    }

    private static async Task Send(TcpClient client, string path, string contentType, string body, int length, string more = "") => await client.GetStream().WriteAsync(
        Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nX-Requested-With: tests\r\nGraphQL-Preflight: 1\r\n{more}Content-Type: {contentType}\r\nContent-Length: {length}\r\n\r\n{body}"), Ct);

    private static async Task<string> Answer(TcpClient client)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(TimeSpan.FromSeconds(10));
        var text = new StringBuilder();
        var buffer = new byte[8192];
        while (!IsWhole(text.ToString()))
        {
            var read = await client.GetStream().ReadAsync(buffer, limit.Token);
            read.ShouldBeGreaterThan(0, $"the connection ended after: {text}");
            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static bool IsWhole(string answer)
    {
        var end = answer.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        if (end < 0)
        {
            return false;
        }

        var length = answer.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase));
        return answer.StartsWith("HTTP/1.1 100", StringComparison.Ordinal) || length is null && answer.EndsWith("0\r\n\r\n", StringComparison.Ordinal) || length is not null && answer.Length - end - 4 >= int.Parse(length[16..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
