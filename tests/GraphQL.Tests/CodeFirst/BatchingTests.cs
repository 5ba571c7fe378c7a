namespace ServiceCrm.GraphQL.Tests.CodeFirst;

public class BatchingTests
{
    [Fact]
    public async Task Two_fields_with_the_same_loader_share_one_call()
    {
        var desk = Desk.Sample(tickets: 4, customers: 4);
        await HelpDesk.Run("{ a: tickets { nodes { customer { name } followers { name } } } }", desk: desk);
        desk.LoaderCalls.ShouldBe([4]);
    }

    [Fact]
    public async Task Two_lists_of_one_query_share_one_call()
    {
        var desk = Desk.Sample(tickets: 4, customers: 4);
        await HelpDesk.Run("{ a: tickets(first: 2) { nodes { customer { name } } } b: tickets { edges { node { customer { name } } } } }", desk: desk);
        desk.LoaderCalls.ShouldBe([3]);
    }

    [Fact]
    public async Task What_was_loaded_is_not_loaded_again_in_the_same_request()
    {
        var desk = Desk.Sample(customers: 2);
        var id = GlobalId.Encode("Customer", Desk.Guid(1));
        await HelpDesk.Run($$"""{ node(id: "{{id}}") { id } tickets { nodes { customer { name } } } }""", desk: desk);
        desk.LoaderCalls.Sum().ShouldBe(2);
    }

    [Fact]
    public async Task Loads_by_key_give_null_and_empty_lists_for_what_is_missing() =>
        (await HelpDesk.Run("{ tickets(first: 2) { nodes { preview files } } }"))
            .ShouldBe("""{"data":{"tickets":{"nodes":[{"preview":null,"files":["a.txt","b.txt"]},{"preview":7,"files":[]}]}}}""");

    [Fact]
    public async Task A_failing_loader_fails_the_fields_that_asked_it()
    {
        var schema = HelpDesk.Builder();
        schema.ExtendNode<TicketId>(t => t.Load("risky", Risky));
        var executor = new GraphQLExecutor(schema.Build());
        using var result = await executor.ExecuteAsync(
            GraphQLRequest.Of("{ tickets(first: 1) { nodes { number risky } } }"), HelpDesk.Provider(Desk.Sample()), TestContext.Current.CancellationToken);
        System.Text.Encoding.UTF8.GetString(result.Body.Span).ShouldStartWith("""{"data":{"tickets":{"nodes":[{"number":1001,"risky":null}]}},"errors":[{"message":"bang",""");

        static Task<IReadOnlyDictionary<TicketId, string>> Risky(IReadOnlyList<TicketId> ids) => throw new GraphQLFieldException("BANG", "bang");
    }

    [Fact]
    public async Task After_a_mutation_the_rows_are_read_again()
    {
        var desk = Desk.Sample(customers: 2);
        string Solve(int number) => $$"""solveTicket(input: {ticketId: "{{GlobalId.Encode("Ticket", Desk.Guid(number))}}"}) { ticket { customer { name } } }""";
        await HelpDesk.Run($$"""mutation { a: {{Solve(101)}} b: {{Solve(103)}} c: {{Solve(104)}} }""", desk: desk);
        desk.LoaderCalls.ShouldBe([1, 1]);
    }
}
