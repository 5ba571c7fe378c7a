using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.Platform.Data;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Thousands of random questions of somebody who may see a part: whatever is asked, nothing of the other part is answered.</summary>
public sealed partial class RandomQueries
{
    private const int Queries = 2_500;
    private const int Seed = 20261126;

    [Theory, EachEngine]
    public async Task No_answer_to_a_limited_caller_holds_a_foreign_id(DatabaseProvider engine)
    {
        await using var world = await MatrixWorld.Start(engine);
        var schema = world.Things.Server.Services.GetRequiredKeyedService<GraphQLExecutor>("staff").Schema.Types;
        var (answered, ids) = (0, 0);
        foreach (var (name, mine, foreign) in new[] { ("agent", world.Of("alpha"), world.NotOf("alpha")), ("agent of another team", world.Of("bravo"), world.NotOf("bravo")) })
        {
            var caller = world.Callers.First(c => c.Name == name);
            var random = new Random(Seed);
            var writer = new RandomDocument(random, world.Ids, world.Arguments);
            for (var i = 0; i < Queries; i++)
            {
                var document = writer.Next(schema.QueryType!);
                using var content = new StringContent(new JsonObject { ["query"] = document }.ToJsonString(), Encoding.UTF8, "application/json");
                using var answer = await caller.Client.Http.PostAsync(new Uri("/graphql", UriKind.Relative), content, TestContext.Current.CancellationToken);
                var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                text.ShouldNotContain("INTERNAL", Case.Sensitive, document);
                text.ShouldNotContain("GRAPHQL_VALIDATION_FAILED", Case.Sensitive, document);
                answered += text.StartsWith("{\"data\"", StringComparison.Ordinal) ? 1 : 0;
                var data = text.Split("\"errors\":")[0];
                var found = GlobalIds().Matches(data).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
                ids += found.Count;
                found.Where(foreign.Contains).ShouldBeEmpty($"seed {Seed}, query {i} as {name}: {document}");
                caller.Forbidden.Where(word => data.Contains(word, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty($"seed {Seed}, query {i} as {name}: {document}");
            }

            mine.ShouldNotBeEmpty();
        }

        answered.ShouldBeGreaterThan(Queries);
        ids.ShouldBeGreaterThan(Queries);
    }

    [GeneratedRegex("[A-Z][A-Za-z]+_[A-Za-z0-9_-]{22}", RegexOptions.None, 1000)]
    private static partial Regex GlobalIds();
}

/// <summary>Writes valid documents at random from a schema; ids in them are those of things that exist.</summary>
internal sealed class RandomDocument(Random random, IReadOnlyDictionary<string, List<string>> ids, IReadOnlyDictionary<string, string> arguments)
{
    private const int Deepest = 6;

    public string Next(ObjectType root) => $"{{ {Selection(root, 0)} }}";

    private string Selection(ObjectType type, int depth)
    {
        var known = type.Fields.Where(IsKnown).Where(f => depth < Deepest || f.Type.Named is ScalarType or EnumType).ToList();
        var picked = Enumerable.Range(0, depth == 0 ? 1 : random.Next(1, 4)).Select(_ => known[random.Next(known.Count)]).DistinctBy(f => f.Name).ToList();
        return string.Join(' ', picked.Select(f => Field(f, depth)).Append(type.FindField("id") is not null && picked.TrueForAll(f => f.Name != "id") ? "id" : "__typename"));
    }

    private string Field(Field field, int depth)
    {
        var given = field.Arguments.Select(Value).OfType<string>().ToList();
        var call = given.Count == 0 ? field.Name : $"{field.Name}({string.Join(", ", given)})";
        return field.Type.Named switch
        {
            ObjectType inner => $"{call} {{ {Selection(inner, depth + 1)} }}",
            InterfaceType => $"{call} {{ __typename id ... on Ticket {{ subject }} ... on Message {{ body }} ... on Customer {{ displayName }} }}",
            CompositeType => $"{call} {{ __typename }}",
            _ => call,
        };
    }

    private string? Value(Argument argument) => argument switch
    {
        { Name: "id" } => $"id: {AnyId(argument)}",
        { Name: "ids" } => $"ids: [{AnyId(argument)}, {AnyId(argument)}]",
        { Name: "first" } => $"first: {random.Next(1, 4)}",
        { Name: "search" } => random.Next(3) == 0 ? $"search: \"{Words[random.Next(Words.Length)]}\"" : null,
        { Name: "number" } => $"number: {10_001 + random.Next(6)}",
        _ when argument.Type.IsNonNull && argument.DefaultValue is null => $"{argument.Name}: {arguments[argument.Coordinate]}",
        _ => null,
    };

    private static readonly string[] Words = ["alphaword", "bravoword", "deskword", "noteword", "customer", "a"];

    private string AnyId(Argument argument)
    {
        // node and nodes take any id; the others the one of their type, mostly.
        var type = argument.Coordinate.StartsWith("Query.node", StringComparison.Ordinal)
            ? ids.Keys.ElementAt(random.Next(ids.Count))
            : ids.Keys.FirstOrDefault(k => argument.Coordinate.Contains($".{char.ToLowerInvariant(k[0])}{k[1..]}(", StringComparison.Ordinal)) ?? ids.Keys.First();
        return $"\"{ids[type][random.Next(ids[type].Count)]}\"";
    }

    private bool IsKnown(Field field) => field.Arguments.Where(a => a.Type.IsNonNull && a.DefaultValue is null).All(a => a.Name is "id" or "ids" or "number" || arguments.ContainsKey(a.Coordinate));
}
