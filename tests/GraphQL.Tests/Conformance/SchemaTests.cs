using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.Conformance;

public sealed class SchemaTests
{
    [Fact]
    public void Every_recorded_schema_builds_prints_and_reads_back_to_the_same_text()
    {
        var failures = new List<string>();
        var schemas = ReferenceData.Read("schemas.jsonl");
        foreach (var line in schemas)
        {
            var id = line.GetProperty("id").GetString();
            try
            {
                var printed = SdlPrinter.Print(SdlReader.Read(line.GetProperty("sdl").GetString()!).Build());
                var again = SdlPrinter.Print(SdlReader.Read(printed).Build());
                if (!string.Equals(printed, again, StringComparison.Ordinal))
                {
                    failures.Add($"{id}: printed differently the second time");
                }
            }
            catch (SchemaException exception)
            {
                failures.Add($"{id}: {exception.Message}");
            }
        }

        failures.Take(5).ShouldBeEmpty($"{schemas.Count - failures.Count} of {schemas.Count} schemas");
        schemas.Count.ShouldBe(131);
    }
}
