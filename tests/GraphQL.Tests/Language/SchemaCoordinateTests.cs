using ServiceCrm.GraphQL.Language;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.Language;

public sealed class SchemaCoordinateTests
{
    private static readonly Schema Schema = SdlReader.Read("type Query { a(b: In): E } enum E { V } input In { f: Int } directive @d(x: Int) on FIELD").Build();

    [Theory]
    [InlineData("Query", "Query")]
    [InlineData("Query.a", "Query.a")]
    [InlineData("Query.a(b:)", "Query.a(b:)")]
    [InlineData("Query.__typename", "<meta>.__typename")]
    [InlineData("E.V", "E.V")]
    [InlineData("In.f", "In.f")]
    [InlineData("@d", "@d")]
    [InlineData("@d(x:)", "@d(x:)")]
    public void A_coordinate_reads_prints_and_finds_its_element(string text, string found)
    {
        var coordinate = SchemaCoordinate.Parse(text);

        coordinate.ToString().ShouldBe(text);
        Schema.Find(coordinate).ShouldNotBeNull().ToString().ShouldBe(found);
    }

    [Theory]
    [InlineData("Nope")]
    [InlineData("Query.nope")]
    [InlineData("Query.a(nope:)")]
    [InlineData("@nope")]
    [InlineData("E.V(x:)")]
    public void A_coordinate_of_nothing_finds_nothing(string text) => Schema.Find(SchemaCoordinate.Parse(text)).ShouldBeNull();

    [Theory]
    [InlineData("", "Expected Name, found <EOF>.")]
    [InlineData("A.b.c", "Expected <EOF>, found \".\".")]
    [InlineData("A .b", "Invalid character: \" \".")]
    [InlineData("A.b(c)", "Expected \":\", found \")\".")]
    [InlineData("@a.b", "Expected <EOF>, found \".\".")]
    [InlineData("A(b:)", "Expected <EOF>, found \"(\".")]
    public void What_is_no_coordinate_is_refused(string text, string message) =>
        Should.Throw<GraphQLSyntaxException>(() => SchemaCoordinate.Parse(text)).Message.ShouldBe("Syntax Error: " + message);
}
