using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.Execution;

public sealed class CostTests
{
    private const string Definitions = """
        directive @cost(weight: String!) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | OBJECT | SCALAR
        directive @listSize(assumedSize: Int, slicingArguments: [String!], sizedFields: [String!], requireOneSlicingArgument: Boolean = true) on FIELD_DEFINITION
        type Query {
          name: String
          dear: String @cost(weight: "7.5")
          asked(with: String @cost(weight: "3"), plain: Int): String
          shop: Shop
          shops: [Shop]
          twenty: [Shop] @listSize(assumedSize: 20)
          some(first: Int, last: Int): [Shop] @listSize(assumedSize: 5, slicingArguments: ["first", "last"], requireOneSlicingArgument: false)
          usual(first: Int = 30): [Shop] @listSize(slicingArguments: ["first"], requireOneSlicingArgument: false)
          exactly(first: Int, last: Int): [Shop] @listSize(slicingArguments: ["first", "last"])
          page(first: Int): ShopPage @listSize(assumedSize: 50, slicingArguments: ["first"], sizedFields: ["nodes", "edges"], requireOneSlicingArgument: false)
          any: Any
          vault: [Vault]
        }
        type Shop { id: ID  name: String  owner: Person  staff: [Person] @listSize(assumedSize: 4) }
        type ShopPage { nodes: [Shop]  edges: [Edge]  total: Int @cost(weight: "2") }
        type Edge { node: Shop }
        type Person { name: String }
        type Vault @cost(weight: "9") { id: ID }
        union Any = Shop | Vault
        """;

    private static readonly IServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Fields of leaves are free, fields that lead to objects and the objects themselves cost 1; an unknown list counts as 10 items.
    [Theory]
    [InlineData("{ name }", 0, 0)]
    [InlineData("{ __typename __schema { types { fields { name } } } }", 0, 0)]
    [InlineData("{ dear }", 7.5, 0)]
    [InlineData("{ asked }", 0, 0)]
    [InlineData("{ asked(with: \"x\", plain: 1) }", 3, 0)]
    [InlineData("{ shop { id name } }", 1, 1)]
    [InlineData("{ shop { owner { name } } }", 2, 2)]
    [InlineData("{ a: shop { id } b: shop { id } }", 2, 2)]
    [InlineData("{ shops { id } }", 1, 10)]
    [InlineData("{ shops { owner { name } } }", 11, 20)]
    [InlineData("{ twenty { id } }", 1, 20)]
    [InlineData("{ twenty { staff { name } } }", 21, 100)]
    [InlineData("{ some { id } }", 1, 5)]
    [InlineData("{ some(first: 3) { id } }", 1, 3)]
    [InlineData("{ some(first: 3, last: 8) { id } }", 1, 8)]
    [InlineData("{ usual { id } }", 1, 30)]
    [InlineData("{ usual(first: 2) { id } }", 1, 2)]
    [InlineData("{ exactly(first: 2) { id } }", 1, 2)]
    [InlineData("{ page { total } }", 3, 1)]
    [InlineData("{ page(first: 7) { nodes { id } } }", 2, 8)]
    [InlineData("{ page { nodes { id } edges { node { id } } total } }", 55, 151)]
    [InlineData("{ any { __typename } }", 1, 1)]
    [InlineData("{ any { ... on Shop { owner { name } } ... on Vault { id } } }", 2, 2)]
    [InlineData("{ vault { id } }", 1, 90)]
    [InlineData("{ ...F ...F } fragment F on Query { shop { ...G } } fragment G on Shop { owner { name } }", 2, 2)]
    public async Task The_cost_follows_from_the_schema(string query, double fields, double types)
    {
        var cost = (await Run(query))["extensions"]!["cost"]!;
        (cost["fieldCost"]!.GetValue<double>(), cost["typeCost"]!.GetValue<double>()).ShouldBe((fields, types));
    }

    [Theory]
    [InlineData("""{"n":4,"with":true}""", 2, 5)]
    [InlineData("""{"n":40,"with":true}""", 2, 41)]
    [InlineData("""{"with":true}""", 2, 6)]
    [InlineData("""{"n":4,"with":false}""", 1, 4)]
    public async Task Variables_count(string variables, double fields, double types)
    {
        var cost = (await Run("query ($n: Int, $with: Boolean!) { some(first: $n) { id } shop @include(if: $with) { id } }", variables))["extensions"]!["cost"]!;
        (cost["fieldCost"]!.GetValue<double>(), cost["typeCost"]!.GetValue<double>()).ShouldBe((fields, types));
    }

    [Theory]
    [InlineData("{ exactly { id } }")]
    [InlineData("{ exactly(first: 1, last: 1) { id } }")]
    public async Task A_list_may_demand_exactly_one_limit(string query) =>
        (await Run(query))["errors"]![0]!["message"]!.GetValue<string>().ShouldBe("Exactly one of the arguments that limit Query.exactly must be given.");

    [Fact]
    public async Task What_is_too_dear_is_not_run()
    {
        var answer = await Run("{ shops { id } dear }", allowance: _ => new CostAllowance(18));
        answer.ContainsKey("data").ShouldBeFalse();
        answer["errors"]![0]!.ToJsonString().ShouldBe("""{"message":"The operation costs 19, but at most 18 is allowed.","extensions":{"code":"LIMIT_EXCEEDED","cost":{"fieldCost":8.5,"typeCost":10,"total":18.5,"maximum":18}}}""");
    }

    [Fact]
    public async Task An_empty_budget_says_when_to_come_again()
    {
        var answer = await Run("{ shop { id } }", allowance: _ => new CostAllowance(100, Remaining: 1.5, RetryAfter: TimeSpan.FromSeconds(2.2)));
        answer["errors"]![0]!["extensions"]!.ToJsonString().ShouldBe("""{"code":"BUDGET_EXHAUSTED","cost":{"fieldCost":1,"typeCost":1,"total":2,"maximum":100,"remaining":1,"retryAfterSeconds":3}}""");
    }

    [Fact]
    public async Task The_caller_is_charged_once_and_told_what_remains()
    {
        var charged = new List<OperationCost>();
        var answer = await Run("{ shop { id } }", allowance: cost =>
        {
            charged.Add(cost);
            return new CostAllowance(100, Remaining: 98);
        });
        charged.ShouldBe([new OperationCost(1, 1)]);
        answer["extensions"]!.ToJsonString().ShouldBe("""{"cost":{"fieldCost":1,"typeCost":1,"total":2,"maximum":100,"remaining":98}}""");
    }

    [Fact]
    public async Task Who_does_not_ask_gets_no_report() =>
        (await Run("{ shop { id } }", reports: false, allowance: _ => new CostAllowance(100))).ContainsKey("extensions").ShouldBeFalse();

    private static async Task<JsonObject> Run(string query, string? variables = null, bool reports = true, Func<OperationCost, CostAllowance>? allowance = null)
    {
        var schema = new GraphQLSchema(SdlReader.Read(Definitions).Build(), (_, _) => new DynamicResolver((_, _, _) => null), (_, _) => "Shop");
        var executor = new GraphQLExecutor(schema, new ExecutionOptions { Charge = allowance is null ? null : (_, cost) => allowance(cost) });
        var request = GraphQLRequest.Of(query, variables);
        request.ReportsCost = reports;
        using var result = await executor.ExecuteAsync(request, Services, Ct);
        return JsonNode.Parse(Encoding.UTF8.GetString(result.Body.Span))!.AsObject();
    }
}
