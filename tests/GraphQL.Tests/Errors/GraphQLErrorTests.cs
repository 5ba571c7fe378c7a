using System.Text;
using System.Text.Json;
using ServiceCrm.GraphQL.Errors;
using ServiceCrm.GraphQL.Language;

namespace ServiceCrm.GraphQL.Tests.Errors;

public sealed class GraphQLErrorTests
{
    [Fact]
    public void An_error_is_written_with_only_the_parts_it_has()
    {
        Json(new GraphQLError("Sad")).ShouldBe("""{"message":"Sad"}""");
        Json(new GraphQLError("Sad")
        {
            Locations = [new SourceLocation(2, 3)],
            Path = ["tickets", 4, "subject"],
            Code = "NOT_FOUND",
            Extensions = new Dictionary<string, object?>(StringComparer.Ordinal) { ["field"] = "id" },
        }).ShouldBe("""{"message":"Sad","locations":[{"line":2,"column":3}],"path":["tickets",4,"subject"],"extensions":{"code":"NOT_FOUND","field":"id"}}""");
    }

    private static string Json(GraphQLError error)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            error.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
