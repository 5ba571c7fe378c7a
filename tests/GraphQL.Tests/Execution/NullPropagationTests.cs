namespace ServiceCrm.GraphQL.Tests.Execution;

public class NullPropagationTests
{
    private const string Types = """
        type Query { a: A  aa: A!  list: [A]  full: [A!]  both: [A!]!  nested: [[Int!]]  leafs: [Int!]  soft: [Int] }
        type A { n: Int  nn: Int!  child: A  must: A!  other: Int }
        """;

    private static readonly GraphQLFieldException Bang = new("BANG", "bang");

    public static TheoryData<bool> Ways => [false, true];

    [Theory, MemberData(nameof(Ways))]
    public async Task A_failed_nullable_field_is_null_and_its_siblings_stay(bool isAsync) =>
        (await Run("{ a { n other } }", new() { ["a"] = Node(("n", Bang), ("other", 1)) }, isAsync))
            .ShouldBe("""{"data":{"a":{"n":null,"other":1}},"errors":[{"message":"bang","locations":[{"line":1,"column":7}],"path":["a","n"],"extensions":{"code":"BANG"}}]}""");

    [Theory, MemberData(nameof(Ways))]
    public async Task A_failed_non_null_field_takes_the_nearest_nullable_parent(bool isAsync) =>
        (await Run("{ a { other child { must { nn } } } }", new() { ["a"] = Node(("other", 1), ("child", Node(("must", Node(("nn", Bang)))))) }, isAsync))
            .ShouldBe("""{"data":{"a":{"other":1,"child":null}},"errors":[{"message":"bang","locations":[{"line":1,"column":28}],"path":["a","child","must","nn"],"extensions":{"code":"BANG"}}]}""");

    [Theory, MemberData(nameof(Ways))]
    public async Task Null_where_it_is_forbidden_is_an_error_of_its_own(bool isAsync) =>
        (await Run("{ a { nn } }", new() { ["a"] = Node() }, isAsync))
            .ShouldBe("""{"data":{"a":null},"errors":[{"message":"Cannot return null for non-nullable field A.nn.","locations":[{"line":1,"column":7}],"path":["a","nn"],"extensions":{"code":"INTERNAL"}}]}""");

    [Theory, MemberData(nameof(Ways))]
    public async Task Without_a_nullable_parent_the_whole_data_is_null(bool isAsync) =>
        (await Run("{ a { n } aa { nn } }", new() { ["a"] = Node(("n", 1)), ["aa"] = Node(("nn", Bang)) }, isAsync)).ShouldStartWith("""{"data":null,"errors":[{"message":"bang",""");

    [Theory, MemberData(nameof(Ways))]
    public async Task A_failed_item_of_a_list_is_null_alone(bool isAsync) =>
        (await Run("{ list { nn } }", new() { ["list"] = new object?[] { Node(("nn", 1)), Node(("nn", Bang)), null, Node(("nn", 4)) } }, isAsync))
            .ShouldBe("""{"data":{"list":[{"nn":1},null,null,{"nn":4}]},"errors":[{"message":"bang","locations":[{"line":1,"column":10}],"path":["list",1,"nn"],"extensions":{"code":"BANG"}}]}""");

    [Theory, MemberData(nameof(Ways))]
    public async Task A_failed_non_null_item_takes_the_list(bool isAsync) =>
        (await Run("{ full { nn } a { n } }", new() { ["full"] = new[] { Node(("nn", 1)), Node(("nn", Bang)), Node() }, ["a"] = Node(("n", 2)) }, isAsync))
            .ShouldBe("""{"data":{"full":null,"a":{"n":2}},"errors":[{"message":"bang","locations":[{"line":1,"column":10}],"path":["full",1,"nn"],"extensions":{"code":"BANG"}}]}""");

    [Theory, MemberData(nameof(Ways))]
    public async Task A_null_item_where_it_is_forbidden_names_the_item(bool isAsync) =>
        (await Run("{ full { n } }", new() { ["full"] = new[] { Node(("n", 1)), null } }, isAsync))
            .ShouldBe("""{"data":{"full":null},"errors":[{"message":"Cannot return null for non-nullable field Query.full.","locations":[{"line":1,"column":3}],"path":["full",1],"extensions":{"code":"INTERNAL"}}]}""");

    [Theory, MemberData(nameof(Ways))]
    public async Task A_non_null_list_of_non_null_items_takes_its_parent(bool isAsync) =>
        (await Run("{ both { nn } }", new() { ["both"] = new[] { Node() } }, isAsync)).ShouldStartWith("""{"data":null,"errors":[{"message":"Cannot return null for non-nullable field A.nn.",""");

    [Theory, MemberData(nameof(Ways))]
    public async Task Leafs_in_lists_fail_with_their_index(bool isAsync) =>
        (await Run("{ nested leafs soft }", new() { ["nested"] = new object[] { new object[] { 1 }, new object?[] { 2, null } }, ["leafs"] = new object[] { 1, "x" }, ["soft"] = new object[] { 1, "x", 3 } }, isAsync))
            .ShouldBe("""{"data":{"nested":[[1],null],"leafs":null,"soft":[1,null,3]},"errors":[{"message":"Cannot return null for non-nullable field Query.nested.","locations":[{"line":1,"column":3}],"path":["nested",1,1],"extensions":{"code":"INTERNAL"}},{"message":"Int cannot represent non-integer value: \"x\"","locations":[{"line":1,"column":10}],"path":["leafs",1],"extensions":{"code":"INTERNAL"}},{"message":"Int cannot represent non-integer value: \"x\"","locations":[{"line":1,"column":16}],"path":["soft",1],"extensions":{"code":"INTERNAL"}}]}""");

    [Theory, MemberData(nameof(Ways))]
    public async Task What_is_no_list_fails_as_one_field(bool isAsync) =>
        (await Run("{ soft }", new() { ["soft"] = 5 }, isAsync)).ShouldStartWith("""{"data":{"soft":null},"errors":[{"message":"Expected Iterable, but did not find one.",""");

    [Theory, MemberData(nameof(Ways))]
    public async Task Unexpected_exceptions_are_masked(bool isAsync) =>
        (await Run("{ a { n } }", new() { ["a"] = new InvalidOperationException("password") }, isAsync)).ShouldNotContain("password");

    private static Fields Node(params (string Name, object? Value)[] fields)
    {
        var node = new Fields();
        foreach (var (name, value) in fields)
            node[name] = value;
        return node;
    }

    private static Task<string> Run(string query, Fields root, bool isAsync) => new Sdl(Types, root, isAsync).Run(query);
}
