using System.Globalization;
using System.Text.Json;
using ServiceCrm.GraphQL.Errors;
using ServiceCrm.GraphQL.Language;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.GraphQL.Validation;

namespace ServiceCrm.GraphQL.Tests.Conformance;

public sealed class InvalidDocumentTests
{
    [Fact]
    public void Every_recorded_document_gets_the_errors_of_graphql_js_in_its_words_places_and_order()
    {
        var schemas = ReferenceData.Read("schemas.jsonl").ToDictionary(
            line => line.GetProperty("id").GetString()!,
            line => SdlReader.Read(line.GetProperty("sdl").GetString()!).Build(),
            StringComparer.Ordinal);
        var cases = ReferenceData.Read("invalid.jsonl");
        var failures = new List<string>();
        foreach (var line in cases)
        {
            var query = line.GetProperty("query").GetString()!;
            var expected = Expected(line.GetProperty("expected"));
            var actual = Actual(schemas[line.GetProperty("schema").GetString()!], query);
            if (!expected.SequenceEqual(actual, StringComparer.Ordinal))
            {
                failures.Add($"{line.GetProperty("case")}\n{query}\nexpected:\n  {string.Join("\n  ", expected)}\nactual:\n  {string.Join("\n  ", actual)}");
            }
        }

        failures.Take(5).ShouldBeEmpty($"{cases.Count - failures.Count} of {cases.Count} documents");
        cases.Count.ShouldBe(7020);
    }

    private static List<string> Expected(JsonElement expected) => expected.TryGetProperty("syntax", out var syntax)
        ? [Describe(syntax)]
        : [.. expected.GetProperty("validation").EnumerateArray().Select(Describe)];

    private static List<string> Actual(Schema schema, string query)
    {
        try
        {
            return [.. Validator.Validate(schema, Parser.Parse(query)).Select(Describe)];
        }
        catch (GraphQLSyntaxException exception)
        {
            return [Describe(exception.Error)];
        }
    }

    private static string Describe(JsonElement error)
    {
        var locations = error.TryGetProperty("locations", out var found) ? found.EnumerateArray() : default;
        return error.GetProperty("message") + string.Concat(
            locations.Select(location => $" {location.GetProperty("line").GetInt32()}:{location.GetProperty("column").GetInt32()}"));
    }

    private static string Describe(GraphQLError error) =>
        error.Message + string.Concat(error.Locations.Select(location => string.Create(CultureInfo.InvariantCulture, $" {location.Line}:{location.Column}")));
}
