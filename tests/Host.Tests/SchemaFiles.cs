using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>
/// The schemas as files beside the web console: a change of the API is a change of these files, seen in review. Set
/// SERVICECRM_WRITE_SCHEMA=1 to write them.
/// </summary>
public sealed class SchemaFiles : IAsyncLifetime
{
    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("staff", "schema.graphql")]
    [InlineData("portal", "portal.graphql")]
    public async Task The_schema_in_the_web_folder_is_the_servers(string schema, string file)
    {
        var now = SdlPrinter.Print(_server.Services.GetRequiredKeyedService<GraphQLExecutor>(schema).Schema.Types).TrimEnd() + "\n";
        var path = Path.Combine(WebFolder(), file);
        if (Environment.GetEnvironmentVariable("SERVICECRM_WRITE_SCHEMA") == "1")
        {
            await File.WriteAllTextAsync(path, now, TestContext.Current.CancellationToken);
        }

        (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ShouldBe(now, $"run the test with SERVICECRM_WRITE_SCHEMA=1 to write {file}");
    }

    [Fact]
    public async Task The_running_server_gives_the_same_schema()
    {
        var served = await _server.AsNobody().Http.GetStringAsync(new Uri("/graphql/schema.graphql", UriKind.Relative), TestContext.Current.CancellationToken);
        served.ShouldContain("type Ticket implements Node");
    }

    internal static string WebFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "web"));
}
