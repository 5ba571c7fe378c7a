namespace ServiceCrm.GraphQL.Tests.CodeFirst;

public class QueryTests
{
    [Fact]
    public async Task A_query_reads_fields_with_arguments_ids_and_enums()
    {
        var answer = await HelpDesk.Run("""{ hello other: hello(name: "you") tickets(first: 1, filter: {status: ON_HOLD}) { nodes { id number status createdAt tags note } } }""");
        answer.ShouldBe("""{"data":{"hello":"Hello world","other":"Hello you","tickets":{"nodes":[{"id":"Ticket_AAAAAAAAcACAAAAAAAABAQ","number":1001,"status":"ON_HOLD","createdAt":"2026-01-02T06:30:00.000Z","tags":["a","t1"],"note":null}]}}}""");
    }

    [Fact]
    public async Task References_of_all_rows_are_loaded_in_one_call_with_distinct_keys()
    {
        var desk = Desk.Sample();
        var answer = await HelpDesk.Run("{ tickets { nodes { number customer { name ending } followers { name } } } }", desk: desk);
        answer.ShouldStartWith("""{"data":{"tickets":{"nodes":[{"number":1001,"customer":{"name":"Customer 2","ending":"02"},"followers":[{"name":"Customer 1"}]}""");
        answer.ShouldContain("""{"number":1003,"customer":null,""");
        desk.LoaderCalls.ShouldBe([3]);
    }
}
