namespace ServiceCrm.GraphQL.Tests.Execution;

public class OperationTests
{
    [Fact]
    public async Task Skip_and_include_follow_the_variables_at_every_place_of_a_field()
    {
        var sdl = new Sdl("type Query { a: A b: Int } type A { x: Int y: Int z: Int }", new() { ["a"] = new Fields { ["x"] = 1, ["y"] = 2, ["z"] = 3 }, ["b"] = 4 });
        const string Query = "query($p: Boolean!, $q: Boolean!) { a @include(if: $p) { x } ...F @skip(if: $p) b @skip(if: true) } fragment F on Query { a { y z @include(if: $q) } }";
        (await sdl.Run(Query, """{"p":true,"q":true}""")).ShouldBe("""{"data":{"a":{"x":1}}}""");
        (await sdl.Run(Query, """{"p":false,"q":true}""")).ShouldBe("""{"data":{"a":{"y":2,"z":3}}}""");
        (await sdl.Run(Query, """{"p":false,"q":false}""")).ShouldBe("""{"data":{"a":{"y":2}}}""");
    }

    [Fact]
    public async Task Mutations_run_one_after_the_other_and_stop_at_a_forbidden_null()
    {
        var log = new List<string>();
        object? Step(IReadOnlyDictionary<string, object?> arguments)
        {
            log.Add((string)arguments["name"]!);
            return arguments["name"] is "bad" ? null : log.Count;
        }

        var sdl = new Sdl("type Query { q: Int } type Mutation { step(name: String!): Int! }", new() { ["step"] = (Func<IReadOnlyDictionary<string, object?>, object?>)Step }, isAsync: true);
        (await sdl.Run("""mutation { a: step(name: "a") b: step(name: "b") }""")).ShouldBe("""{"data":{"a":1,"b":2}}""");
        (await sdl.Run("""mutation { c: step(name: "c") d: step(name: "bad") e: step(name: "e") }""")).ShouldStartWith("""{"data":null,""");
        log.ShouldBe(["a", "b", "c", "bad"]);
    }

    [Fact]
    public async Task The_operation_is_chosen_by_name()
    {
        var sdl = new Sdl("type Query { a: Int b: Int }", new() { ["a"] = 1, ["b"] = 2 });
        (await sdl.Run("query A { a } query B { b }", operationName: "B")).ShouldBe("""{"data":{"b":2}}""");
        (await sdl.Run("query A { a } query B { b }")).ShouldContain("Must provide operation name if query contains multiple operations.");
        (await sdl.Run("query A { a }", operationName: "C")).ShouldContain("Unknown operation named \\\"C\\\".");
    }

    [Fact]
    public async Task Abstract_types_choose_the_selection_of_the_value_s_own_type()
    {
        var cat = new Fields { ["__typename"] = "Cat", ["name"] = "Tom", ["lives"] = 9 };
        var dog = new Fields { ["__typename"] = "Dog", ["name"] = "Rex", ["barks"] = true };
        var stone = new Fields { ["__typename"] = "Stone" };
        foreach (var isAsync in new[] { false, true })
        {
            var sdl = new Sdl(
                "type Query { pets: [Pet] } interface Pet { name: String } type Cat implements Pet { name: String lives: Int } type Dog implements Pet { name: String barks: Boolean }",
                new() { ["pets"] = new[] { cat, dog, stone, cat } },
                isAsync);
            (await sdl.Run("{ pets { __typename name ... on Cat { lives } ... on Dog { barks } } }")).ShouldStartWith(
                """{"data":{"pets":[{"__typename":"Cat","name":"Tom","lives":9},{"__typename":"Dog","name":"Rex","barks":true},null,{"__typename":"Cat","name":"Tom","lives":9}]},"errors":[{"message":"Runtime Object type \"Stone\" is not a possible type for \"Pet\".",""");
        }
    }

    [Fact]
    public async Task Introspection_answers_from_finished_bytes_and_can_be_refused()
    {
        var open = new Sdl("type Query { a: Int }", new Fields());
        const string Query = "{ __schema { queryType { name fields { name type { kind name } } } } __type(name: \"Query\") { name } __typename }";
        var answer = await open.Run(Query);
        answer.ShouldBe("""{"data":{"__schema":{"queryType":{"name":"Query","fields":[{"name":"a","type":{"kind":"SCALAR","name":"Int"}}]}},"__type":{"name":"Query"},"__typename":"Query"}}""");
        for (var i = 0; i < 3; i++)
            (await open.Run(Query)).ShouldBe(answer);

        var closed = new Sdl("type Query { apple: Int }", new Fields(), options: new ExecutionOptions { Introspection = _ => false });
        (await closed.Run("{ __schema { queryType { name } } }")).ShouldContain("Introspection is not allowed");
        (await closed.Run("{ __typename }")).ShouldBe("""{"data":{"__typename":"Query"}}""");
        (await closed.Run("{ aple }")).ShouldNotContain("Did you mean");
    }

    [Fact]
    public async Task Limits_refuse_what_is_too_large()
    {
        var options = new ExecutionOptions { MaxDepth = 3, MaxAliases = 2, MaxRootFields = 3, MaxNodes = 3 };
        var sdl = new Sdl("type Query { a: A n: Int list: [A] } type A { a: A n: Int }", new() { ["list"] = new[] { Empty(), Empty(), Empty(), Empty() } }, isAsync: true, options);
        (await sdl.Run("{ a { a { a { n } } } }")).ShouldContain("LIMIT_EXCEEDED");
        (await sdl.Run("{ x: n y: n z: n }")).ShouldContain("LIMIT_EXCEEDED");
        (await sdl.Run("{ n a { n } list { n } __typename }")).ShouldContain("LIMIT_EXCEEDED");
        (await sdl.Run("{ list { n } }")).ShouldContain("more than 3 objects");

        static Fields Empty() => new();
    }

    [Fact]
    public async Task Time_that_is_over_is_an_error_of_the_field_that_waited()
    {
        var executor = new GraphQLExecutor(
            new GraphQLSchema(
                Types.SdlReader.Read("type Query { slow: Int fast: Int }").Build(),
                (_, field) => field.Name is "fast" ? (GraphQL.Execution.DynamicResolver)((_, _, _) => 1) : (GraphQL.Execution.AsyncDynamicResolver)((_, _, _) => throw new OperationCanceledException()),
                (_, _) => null),
            new ExecutionOptions { TimeLimit = TimeSpan.FromMilliseconds(1) });
        using var result = await executor.ExecuteAsync(GraphQLRequest.Of("{ slow fast }"), HelpDesk.Provider(Desk.Sample()), TestContext.Current.CancellationToken);
        System.Text.Encoding.UTF8.GetString(result.Body.Span).ShouldStartWith("""{"data":{"slow":null,"fast":1},"errors":[{""");
    }
}
