using System.Text;

namespace ServiceCrm.GraphQL.Tests.CodeFirst;

/// <summary>@defer and @stream on a schema of ours: what is loaded stays loaded in batches.</summary>
public sealed class AnswersInPartsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Deferred_fields_of_many_rows_are_loaded_in_one_call()
    {
        var desk = Desk.Sample(tickets: 5, customers: 4);
        var payloads = await Run(desk, "{ tickets { nodes { number ... @defer { customer { name } } } } }");
        desk.LoaderCalls.ShouldBe([3]);
        payloads.Count.ShouldBe(2);
        payloads[0].ShouldNotContain("Customer");
        payloads[1].ShouldContain("""{"id":"0","data":{"customer":{"name":"Customer 2"}}}""");
        payloads[1].ShouldContain("""{"id":"2","data":{"customer":null}}""");
        payloads[1].ShouldEndWith("""
            "hasNext":false}
            """.Trim());
    }

    [Fact]
    public async Task Streamed_rows_are_loaded_in_one_call_and_after_the_first()
    {
        var desk = Desk.Sample(tickets: 5, customers: 5);
        var payloads = await Run(desk, "{ tickets { nodes @stream(initialCount: 2) { customer { name } } } }");
        desk.LoaderCalls.ShouldBe([2, 2]);
        payloads[0].ShouldBe("""
            {"data":{"tickets":{"nodes":[{"customer":{"name":"Customer 2"}},{"customer":{"name":"Customer 3"}}]}},"pending":[{"id":"0","path":["tickets","nodes"]}],"hasNext":true}
            """.Trim());
        payloads[1].ShouldBe("""
            {"incremental":[{"id":"0","items":[{"customer":null},{"customer":{"name":"Customer 5"}},{"customer":{"name":"Customer 1"}}]}],"completed":[{"id":"0"}],"hasNext":false}
            """.Trim());
    }

    [Fact]
    public async Task Lists_streamed_at_many_rows_are_loaded_together()
    {
        var desk = Desk.Sample(tickets: 3);
        var payloads = await Run(desk, "{ tickets { nodes { followers @stream { name } } } }");
        desk.LoaderCalls.ShouldBe([2]);
        payloads[1].ShouldContain("""{"id":"2","items":[{"name":"Customer 1"}]}""");
    }

    [Fact]
    public async Task Resolvers_know_their_place_in_later_parts()
    {
        var payloads = await Run(Desk.Sample(tickets: 3), "{ tickets { nodes @stream(initialCount: 1) { where whereLater } } ticket(id: \"" + GlobalId.Encode("Ticket", Desk.Guid(102)) + "\") { ... @defer { where whereLater } } }");
        payloads.Skip(1).ShouldContain(payload => payload.Contains("""{"where":"tickets/nodes/2/where of 1003","whereLater":"tickets/nodes/2/whereLater of 1003"}""", StringComparison.Ordinal));
        payloads.Skip(1).ShouldContain(payload => payload.Contains("""{"where":"ticket/where of 1002","whereLater":"ticket/whereLater of 1002"}""", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_deferred_counts_as_selected()
    {
        var payloads = await Run(Desk.Sample(tickets: 3), "{ tickets(first: 1) { nodes { number } ... @defer { totalCount } } }");
        payloads[1].ShouldContain("\"totalCount\":3");
    }

    [Fact]
    public async Task Permissions_hold_in_later_parts()
    {
        var payloads = await Run(Desk.Sample(tickets: 1), "{ tickets { nodes { number ... @defer { secret } } } }", new Caller("tickets.read"));
        payloads[1].ShouldContain("NOT_ALLOWED");
        payloads[1].ShouldNotContain("hidden");
    }

    [Fact]
    public async Task Rows_of_all_parts_count_for_the_limit_of_the_request()
    {
        var payloads = await Run(Desk.Sample(tickets: 5), "{ tickets { nodes @stream(initialCount: 1) { customer { name } } } }", options: new ExecutionOptions { MaxNodes = 4 });
        payloads[0].ShouldNotContain("LIMIT_EXCEEDED");
        payloads[1].ShouldStartWith("""{"completed":[{"id":"0","errors":[{"message":"The operation would return more than 4 objects.",""");
        payloads[1].ShouldContain("""
            "path":["tickets","nodes"]
            """.Trim());
    }

    [Fact]
    public void Without_the_switch_the_directives_are_unknown()
    {
        HelpDesk.Builder().Build().Types.FindDirective("defer").ShouldBeNull();
        Builder().Build().Types.FindDirective("stream").ShouldNotBeNull();
    }

    internal static SchemaBuilder Builder()
    {
        var schema = HelpDesk.Builder();
        schema.IncrementalDelivery = true;
        return schema;
    }

    private static async Task<List<string>> Run(Desk desk, string query, Caller? caller = null, ExecutionOptions? options = null)
    {
        var request = GraphQLRequest.Of(query);
        request.AcceptsIncremental = true;
        using var result = await new GraphQLExecutor(Builder().Build(), options).ExecuteAsync(request, HelpDesk.Provider(desk, caller), Ct);
        List<string> payloads = [Encoding.UTF8.GetString(result.Body.Span)];
        await foreach (var payload in result.Later!)
            payloads.Add(Encoding.UTF8.GetString(payload.Body.Span));
        return payloads;
    }
}
