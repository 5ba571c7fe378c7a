namespace ServiceCrm.GraphQL.Tests.CodeFirst;

public class FieldTests
{
    private static readonly string FirstTicket = GlobalId.Encode("Ticket", Desk.Guid(101));

    [Fact]
    public async Task Arguments_bind_to_records_with_defaults_optionals_lists_and_enums()
    {
        (await HelpDesk.Run("""{ describe(filter: {status: SOLVED, text: null, numbers: [1, 2], least: 3}) }""")).ShouldBe("""{"data":{"describe":"Solved True  2 3"}}""");
        (await HelpDesk.Run("""{ describe(filter: {}) }""")).ShouldBe("""{"data":{"describe":" False   0"}}""");
        (await HelpDesk.Run("query($f: TicketFilter!) { describe(filter: $f) }", """{"f":{"text":"x"}}""")).ShouldBe("""{"data":{"describe":" True x  0"}}""");
    }

    [Fact]
    public async Task An_id_of_another_type_is_an_error_of_its_field_alone()
    {
        var customer = GlobalId.Encode("Customer", Desk.Guid(1));
        var answer = await HelpDesk.Run($$"""query($id: ID!) { hello ticket(id: $id) { number } }""", $$"""{"id":"{{customer}}"}""");
        answer.ShouldBe("""{"data":{"hello":"Hello world","ticket":null},"errors":[{"message":"The value of \"id\" is not a Ticket id.","locations":[{"line":1,"column":25}],"path":["ticket"],"extensions":{"code":"INVALID_ID"}}]}""");
    }

    [Fact]
    public async Task A_field_can_take_ids_of_several_types_and_tell_them_apart()
    {
        const string Document = "query($id: ID!) { kindOf(id: $id) }";
        (await HelpDesk.Run(Document, $$"""{"id":"{{FirstTicket}}"}""")).ShouldBe("""{"data":{"kindOf":"a ticket"}}""");
        (await HelpDesk.Run(Document, $$"""{"id":"{{GlobalId.Encode("Customer", Desk.Guid(1))}}"}""")).ShouldBe("""{"data":{"kindOf":"a customer"}}""");
        (await HelpDesk.Run(Document, """{"id":7}""")).ShouldBe("""{"data":{"kindOf":"unknown"}}""");
    }

    [Fact]
    public async Task Node_and_nodes_load_by_global_id_with_the_errors_of_each()
    {
        var answer = await HelpDesk.Run(
            $$"""{ node(id: "{{FirstTicket}}") { __typename id ... on Ticket { number } } nodes(ids: ["{{GlobalId.Encode("Customer", Desk.Guid(2))}}", "rubbish", "{{GlobalId.Encode("Customer", Desk.Guid(77))}}"]) { ... on Customer { name } } }""");
        answer.ShouldStartWith($$"""{"data":{"node":{"__typename":"Ticket","id":"{{FirstTicket}}","number":1001},"nodes":[{"name":"Customer 2"},null,null]},"errors":[{"message":"The value of \"id\" is not a known id.",""");
        answer.ShouldContain("""
            "path":["nodes",1]
            """.Trim());
    }

    [Fact]
    public async Task Without_the_permission_a_field_is_null_and_says_so()
    {
        var caller = new Caller("tickets.read");
        var answer = await HelpDesk.Run("{ tickets(first: 2) { nodes { number secret } } }", caller: caller);
        answer.ShouldStartWith("""{"data":{"tickets":{"nodes":[{"number":1001,"secret":null},{"number":1002,"secret":null}]}},"errors":[{"message":"You are not allowed to do this.",""");
        answer.ShouldContain("NOT_ALLOWED");
        caller.Asked.Count(permission => permission is "tickets.secret").ShouldBe(1);
    }

    [Fact]
    public async Task A_hidden_field_is_quietly_null_and_the_type_tells_which_are()
    {
        const string Query = "{ tickets(first: 1) { nodes { number margin papers hiddenFields { field permission } } } }";
        (await HelpDesk.Run(Query, caller: new Caller("tickets.read", "tickets.money"))).ShouldBe(
            """{"data":{"tickets":{"nodes":[{"number":1001,"margin":2002,"papers":null,"hiddenFields":[{"field":"papers","permission":"tickets.papers"}]}]}}}""");
        (await HelpDesk.Run(Query, caller: new Caller("tickets.read", "tickets.papers"))).ShouldContain(
            "\"margin\":null,\"papers\":[");
        (await HelpDesk.Run(Query, caller: new Caller("tickets.read", "tickets.papers", "tickets.money"))).ShouldContain(
            "\"hiddenFields\":[]");
    }

    [Fact]
    public async Task An_anonymous_caller_is_told_to_sign_in()
    {
        (await HelpDesk.Run("{ hello tickets { nodes { id } } }", caller: new Caller())).ShouldBe(
            """{"data":{"hello":"Hello world","tickets":null},"errors":[{"message":"You are not signed in.","locations":[{"line":1,"column":9}],"path":["tickets"],"extensions":{"code":"NOT_SIGNED_IN"}}]}""");
        (await HelpDesk.Run($$"""{ node(id: "{{FirstTicket}}") { id } }""", caller: new Caller())).ShouldContain("NOT_SIGNED_IN");
    }

    [Fact]
    public async Task A_field_context_knows_its_path_while_writing_and_while_resolving()
    {
        var answer = await HelpDesk.Run("{ t: tickets(first: 2) { edges { node { where whereLater } } } }");
        answer.ShouldContain("""
            {"where":"t/edges/1/node/where of 1002","whereLater":"t/edges/1/node/whereLater of 1002"}
            """.Trim());
    }

    [Fact]
    public async Task Unexpected_exceptions_go_through_the_map_of_the_host()
    {
        var options = new ExecutionOptions { MapError = failure => new GraphQL.Errors.GraphQLError($"Sorry ({failure.GetType().Name})") { Code = "INTERNAL" } };
        (await HelpDesk.Run("{ tickets(first: 1) { nodes { number broken } } }", options: options))
            .ShouldBe("""{"data":{"tickets":null},"errors":[{"message":"Sorry (InvalidOperationException)","locations":[{"line":1,"column":38}],"path":["tickets","nodes",0,"broken"],"extensions":{"code":"INTERNAL"}}]}""");
    }

    [Fact]
    public async Task A_mutation_answers_with_what_changed_or_with_expected_errors()
    {
        var desk = Desk.Sample();
        var query = $$"""mutation { solveTicket(input: {ticketId: "{{FirstTicket}}", note: "done"}) { ticket { status note } errors { __typename code message path } } }""";
        (await HelpDesk.Run(query, desk: desk)).ShouldBe("""{"data":{"solveTicket":{"ticket":{"status":"SOLVED","note":"done"},"errors":[]}}}""");
        (await HelpDesk.Run(query, desk: desk)).ShouldBe(
            """{"data":{"solveTicket":{"ticket":null,"errors":[{"__typename":"SimpleError","code":"RULE_BROKEN","message":"It is solved already.","path":null}]}}}""");
    }

    [Fact]
    public async Task Checked_inputs_are_refused_before_the_resolver_runs()
    {
        var answer = await HelpDesk.Run($$"""mutation { solveTicket(input: {ticketId: "{{FirstTicket}}", note: "much too long a note"}) { errors { code path } } nothing { errors { code } } }""");
        answer.ShouldBe("""{"data":{"solveTicket":{"errors":[{"code":"INVALID","path":["input","note"]}]},"nothing":{"errors":[]}}}""");
    }

    [Fact]
    public async Task A_list_may_hold_null_where_C_sharp_says_so() =>
        (await HelpDesk.Run("{ gaps { number customer { name } } }")).ShouldBe("""{"data":{"gaps":[{"number":1001,"customer":{"name":"Customer 2"}},null]}}""");

    [Fact]
    public async Task A_wrong_id_in_a_mutation_is_an_error_of_its_payload()
    {
        var customer = GlobalId.Encode("Customer", Desk.Guid(1));
        (await HelpDesk.Run($$"""mutation { nothing { errors { code } } solveTicket(input: {ticketId: "{{customer}}"}) { ticket { number } errors { __typename code message } } }""")).ShouldBe(
            """{"data":{"nothing":{"errors":[]},"solveTicket":{"ticket":null,"errors":[{"__typename":"UserError","code":"INVALID_ID","message":"The value of \"input.ticketId\" is not a Ticket id."}]}}}""");
    }

    [Fact]
    public async Task Unions_interfaces_records_and_payload_records_show_what_a_value_is()
    {
        var schema = new SchemaBuilder("shapes");
        schema.Interface<IShape>("Shape", t => t.Field("area", x => x.Area));
        schema.Object<Circle>("Circle", t => t.Field("radius", x => x.Radius));
        schema.Record<Square>();
        schema.Query("shapes", SchemaBuilder.Anyone, () => new List<IShape> { new Circle(1.5), new Square(2, "red") });
        schema.Query("count", SchemaBuilder.Anyone, () => new CountResult(2, null));
        schema.Mutation("paint", SchemaBuilder.Anyone, (string color) => new PaintPayload(new Square(3, color), 1));
        using var result = await new GraphQLExecutor(schema.Build()).ExecuteAsync(
            GraphQLRequest.Of("{ shapes { __typename area ... on Circle { radius } ... on Square { side color } } count { count note } }"), HelpDesk.Provider(Desk.Sample()), TestContext.Current.CancellationToken);
        System.Text.Encoding.UTF8.GetString(result.Body.Span).ShouldBe(
            """{"data":{"shapes":[{"__typename":"Circle","area":1.5,"radius":1.5},{"__typename":"Square","area":4,"side":2,"color":"red"}],"count":{"count":2,"note":null}}}""");
        using var painted = await new GraphQLExecutor(schema.Build()).ExecuteAsync(
            GraphQLRequest.Of("""mutation { paint(color: "blue") { square { color } coats errors { code } } }"""), HelpDesk.Provider(Desk.Sample()), TestContext.Current.CancellationToken);
        System.Text.Encoding.UTF8.GetString(painted.Body.Span).ShouldBe("""{"data":{"paint":{"square":{"color":"blue"},"coats":1,"errors":[]}}}""");
    }

    private interface IShape
    {
        double Area { get; }
    }

    private sealed record Circle(double Radius) : IShape
    {
        public double Area => Radius;
    }

    private sealed record Square(int Side, string? Color) : IShape
    {
        public double Area => Side * Side;
    }

    private sealed record CountResult(int Count, string? Note);

    private sealed record PaintPayload(Square Square, int Coats);
}
