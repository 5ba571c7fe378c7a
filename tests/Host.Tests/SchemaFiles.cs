using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
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

    [Fact]
    public async Task The_reference_has_an_entry_for_everything_and_no_link_into_nothing()
    {
        var page = await _server.AsNobody().Http.GetStringAsync(new Uri("/graphql/reference", UriKind.Relative), TestContext.Current.CancellationToken);
        var ids = Regex.Matches(page, " id=\"(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["id"].Value).ToList();
        var links = Regex.Matches(page, "href=\"#(?<id>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)).Select(match => match.Groups["id"].Value).ToHashSet(StringComparer.Ordinal);
        ids.ShouldBeUnique();
        links.Except(ids).ShouldBeEmpty();
        var schema = _server.Services.GetRequiredKeyedService<GraphQLExecutor>("staff").Schema.Types;
        var roots = new[] { schema.QueryType!, schema.MutationType!, schema.SubscriptionType! };
        roots.SelectMany(root => root.Fields.Select(field => field.Coordinate)).Except(ids).ShouldBeEmpty();
        schema.Types.Except<NamedType>(roots).Select(type => type.Name).Where(name => !name.StartsWith("__", StringComparison.Ordinal)).Except(ids).ShouldBeEmpty();
        page.ShouldContain("Send it back as expectedVersion");
    }

    internal static string WebFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "web"));
}
