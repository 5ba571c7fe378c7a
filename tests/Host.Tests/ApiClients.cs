using System.Diagnostics;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>The npm clients that front ends use, driven against the running server by the scripts in <c>tests/GraphQL.Clients</c>.</summary>
public sealed class ApiClients : IAsyncLifetime
{
    private readonly LogLines _log = new();
    private TestServer _server = null!;
    private string _token = "";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await TestServer.Start(settings: ("Logging:LogLevel:Default", "Warning"));
        _server.Services.GetRequiredService<ILoggerFactory>().AddProvider(_log);
        _token = await TokenOf(_server);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _log.Dispose();
    }

    /// <summary>The number stands here so that a check that is lost is missed.</summary>
    [Theory]
    [InlineData("graphql-ws.mjs", 128)]
    [InlineData("graphql-sse.mjs", 20)]
    [InlineData("apollo.mjs", 17)]
    [InlineData("urql.mjs", 12)]
    [InlineData("relay.mjs", 8)]
    [InlineData("codegen.mjs", 4)]
    [InlineData("inspector.mjs", 8)]
    public async Task A_client_works_in_all_points(string script, int checks)
    {
        var (code, output) = await Run("GraphQL.Clients", script, _server.Url);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Where(line => line.StartsWith("not ok", StringComparison.Ordinal)).ShouldBeEmpty(output);
        code.ShouldBe(0, output);
        lines.Count(line => line.StartsWith("ok ", StringComparison.Ordinal)).ShouldBe(checks, output);
        lines[^1].ShouldBe($"{checks} of {checks}", output);
        _log.All.ShouldBeEmpty("whatever a client does wrong is no fault of the server");
    }

    [Fact]
    public async Task Clients_that_know_answers_in_parts_get_them_where_they_are_on()
    {
        await using var server = await TestServer.Start(settings: ("GraphQL:IncrementalDelivery", "true"));
        var (code, output) = await Run("GraphQL.Clients", "parts.mjs", server.Url, await TokenOf(server));
        code.ShouldBe(0, output);
        output.TrimEnd().ShouldEndWith("5 of 5");
    }

    [Fact]
    public async Task The_audit_of_graphql_http_is_content_with_the_whole_server()
    {
        var (code, output) = await Run("GraphQL.Audit", "audit.mjs", new Uri(_server.Url, "/graphql"));
        output.TrimEnd().ShouldBe("61 of 61");
        code.ShouldBe(0);
    }

    private static async Task<string> TokenOf(TestServer server)
    {
        using var admin = await server.AsAdmin();
        return (await admin.Mutate("mutation { createAccessToken(input: { name: \"clients\" }) { secret errors { message } } }")).Text("secret")!;
    }

    private Task<(int Code, string Output)> Run(string folderName, string script, Uri address) => Run(folderName, script, address, _token);

    private static async Task<(int Code, string Output)> Run(string folderName, string script, Uri address, string token)
    {
        var folder = Path.Combine(TestsFolder(), folderName);
        Assert.SkipUnless(Directory.Exists(Path.Combine(folder, "node_modules")), $"run \"npm ci\" in tests/{folderName} first");
        using var node = Process.Start(new ProcessStartInfo("node", [script, address.ToString(), token])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        limit.CancelAfter(HostProcess.Limit);
        var output = node.StandardOutput.ReadToEndAsync(CancellationToken.None);
        var errors = node.StandardError.ReadToEndAsync(CancellationToken.None);
        try
        {
            await node.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            node.Kill(entireProcessTree: true);
            Assert.Fail($"{script} did not end in time:\n{await output}{await errors}");
        }

        return (node.ExitCode, await output + await errors);
    }

    private static string TestsFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, ".."));
}
