using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL.Errors;
using ServiceCrm.GraphQL.Tests.Conformance;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.Execution.Incremental;

public class IncrementalTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Execution", "Incremental");
    private static readonly GraphQLExecutor Executor = new(
        new GraphQLSchema(SdlReader.Read(File.ReadAllText(Path.Combine(Folder, "schema.graphql"))).Build(), Heroes.Resolver, (_, _) => "Hero"),
        new ExecutionOptions { MapError = failure => new GraphQLError(failure.Message) });

    private static readonly IServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Cases => [.. File.ReadLines(Path.Combine(Folder, "cases.jsonl"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_parts_are_those_of_the_reference(string line)
    {
        var recorded = JsonNode.Parse(line)!;
        var payloads = await Run(recorded["query"]!.GetValue<string>(), recorded["variables"]!.ToJsonString());
        var ours = new PartsOfAnswer(payloads);
        ours.Mistakes.ShouldBeEmpty();
        ours.ToString().ShouldBe(new PartsOfAnswer([.. recorded["payloads"]!.AsArray().Select(payload => payload!.AsObject())]).ToString());
    }

    [Fact]
    public async Task The_parts_of_every_recorded_execution_merge_to_its_answer()
    {
        var schemas = ReferenceData.Read("schemas.jsonl").ToDictionary(line => line.GetProperty("id").GetString()!, line => line.GetProperty("sdl").GetString()!, StringComparer.Ordinal);
        var cases = ReferenceData.Read("execution.jsonl").Where(line => line.GetProperty("expected").TryGetProperty("incremental", out _) || line.TryGetProperty("incremental", out _)).ToList();
        cases.Count.ShouldBeGreaterThan(30);
        foreach (var line in cases)
        {
            var executor = new GraphQLExecutor(FixedValues.SchemaOf(schemas[line.GetProperty("schema").GetString()!]));
            var payloads = await Run(line.GetProperty("query").GetString()!, line.TryGetProperty("variables", out var variables) ? variables.GetRawText() : null, executor);
            new PartsOfAnswer(payloads).Mistakes.ShouldBeEmpty();
            var expected = JsonNode.Parse(line.GetProperty("expected").GetProperty("data").GetRawText());
            JsonNode.DeepEquals(Merging.Merge(payloads), expected).ShouldBeTrue(line.GetProperty("case").ToString());
        }
    }

    [Fact]
    public async Task Clients_that_take_no_parts_get_the_whole_answer()
    {
        using var result = await Executor.ExecuteAsync(GraphQLRequest.Of("{ heroes @stream(initialCount: 1) { id ... @defer { name } } }"), Services, Ct);
        result.Later.ShouldBeNull();
        JsonNode.Parse(result.Body.Span)!["data"]!["heroes"]!.AsArray().Select(hero => hero!["name"]!.GetValue<string>()).ShouldBe(["Hero 1", "Hero 2", "Hero 3"]);
    }

    [Fact]
    public async Task A_list_that_is_complete_announces_nothing()
    {
        var payload = (await Run("{ tags @stream(initialCount: 3) }", "{}")).ShouldHaveSingleItem();
        payload.Select(member => member.Key).ShouldBe(["data"]);
    }

    [Fact]
    public async Task A_negative_count_is_an_error_of_the_field()
    {
        var payload = (await Run("query ($n: Int!) { tags @stream(initialCount: $n) }", """{"n":-1}""")).ShouldHaveSingleItem();
        payload["errors"]![0]!["message"]!.GetValue<string>().ShouldBe("initialCount must not be negative.");
        payload["data"]!["tags"].ShouldBeNull();
    }

    [Fact]
    public async Task A_reader_who_leaves_ends_the_work()
    {
        var request = GraphQLRequest.Of("{ hero { id ... @defer { name } } heroes @stream { slow } }");
        request.AcceptsIncremental = true;
        using var gone = new CancellationTokenSource();
        using var result = await Executor.ExecuteAsync(request, Services, gone.Token);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in result.Later!.WithCancellation(CancellationToken.None))
            {
                // Nothing more may come.
            }
        });
    }

    private static async Task<List<JsonObject>> Run(string query, string? variables, GraphQLExecutor? executor = null)
    {
        var request = GraphQLRequest.Of(query, variables);
        request.AcceptsIncremental = true;
        using var result = await (executor ?? Executor).ExecuteAsync(request, Services, Ct);
        var payloads = new List<JsonObject> { JsonNode.Parse(result.Body.Span)!.AsObject() };
        if (result.Later is not null)
        {
            await foreach (var payload in result.Later)
                payloads.Add(JsonNode.Parse(payload.Body.Span)!.AsObject());
        }

        return payloads;
    }
}
