using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceCrm.GraphQL;
using ServiceCrm.GraphQL.Language;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.Host.GraphQL;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>What operations cost, and what happens to those who spend too much.</summary>
public sealed class Costs
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("staff")]
    [InlineData("portal")]
    public async Task Every_document_of_our_pages_costs_far_less_than_is_allowed(string name)
    {
        await using var server = await TestServer.Start();
        var options = server.Services.GetRequiredService<IOptions<GraphQLOptions>>().Value;
        var limits = name == "staff" ? options.Cost.Staff : options.Cost.Strangers;
        var schema = server.Services.GetRequiredKeyedService<GraphQLExecutor>(name).Schema;
        OperationCost? charged = null;
        // A maximum that nothing keeps: operations are measured and not run.
        var executor = new GraphQLExecutor(schema, new ExecutionOptions { Charge = (_, cost) => { charged = cost; return new CostAllowance(-1); } });
        var manifest = Path.Combine(SchemaFiles.WebFolder(), "src", "generated", name, "persisted-documents.json");
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(await File.ReadAllTextAsync(manifest, Ct))!.Values.ToList();
        texts.Count.ShouldBeGreaterThan(name == "staff" ? 50 : 3);
        foreach (var text in texts)
        {
            charged = null;
            using var result = await executor.ExecuteAsync(GraphQLRequest.Of(text, Variables(schema.Types, text)), server.Services, Ct);
            if (Parse(text).Definitions.OfType<OperationDefinitionNode>().Single().Operation == OperationType.Subscription)
                continue;
            charged.ShouldNotBeNull($"{text}\n{System.Text.Encoding.UTF8.GetString(result.Body.Span)}");
            charged.Value.Total.ShouldBeLessThan(limits.Maximum / 4, text);
            TestContext.Current.TestOutputHelper?.WriteLine($"{charged.Value.Total,8:0} {text[..Math.Min(60, text.Length)].ReplaceLineEndings(" ")}");
        }
    }

    [Fact]
    public async Task The_answer_tells_the_cost_to_who_asks()
    {
        await using var server = await TestServer.Start();
        using var client = await server.AsAdmin();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent("{ tickets(first: 10) { nodes { id customer { id } } } }") };
        request.Headers.Add("GraphQL-Cost", "report");
        using var response = await client.Http.SendAsync(request, Ct);
        var cost = JsonElement.Parse(await response.Content.ReadAsStringAsync(Ct)).GetProperty("extensions").GetProperty("cost");
        cost.GetProperty("typeCost").GetDouble().ShouldBe(1 + 10 + 10);
        cost.GetProperty("maximum").GetDouble().ShouldBe(20_000);
        cost.GetProperty("remaining").GetDouble().ShouldBeLessThan(400_000);
    }

    [Fact]
    public async Task Who_has_spent_his_budget_is_told_when_to_come_again()
    {
        await using var server = await TestServer.Start(settings: [("GraphQL:Cost:Strangers:Budget", "30"), ("GraphQL:Cost:Strangers:RestorePerSecond", "1")]);
        using var nobody = server.AsNobody();
        const string Query = "{ viewer { name } }";
        for (var i = 0; i < 20; i++)
        {
            using var response = await nobody.Http.PostAsync(new Uri("/graphql", UriKind.Relative), JsonContent(Query), Ct);
            if ((int)response.StatusCode != 429)
                continue;
            response.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(20));
            (await response.Content.ReadAsStringAsync(Ct)).ShouldContain("BUDGET_EXHAUSTED");
            using var admin = await server.AsAdmin();
            (await admin.Query(Query)).ToString().ShouldContain("admin");
            return;
        }

        Assert.Fail("The budget never ended.");
    }

    [Fact]
    public async Task A_role_may_have_more()
    {
        const string Dear = "{ tickets(first: 100) { nodes { customer { tickets(first: 100) { nodes { customer { id } } } } } } }";
        await using (var server = await TestServer.Start())
        {
            using var admin = await server.AsAdmin();
            (await Ask(admin, Dear)).ShouldContain("LIMIT_EXCEEDED");
        }

        await using (var server = await TestServer.Start(settings: ("GraphQL:Cost:Roles:Admin:Maximum", "100000")))
        {
            using var admin = await server.AsAdmin();
            (await Ask(admin, Dear)).ShouldNotContain("LIMIT_EXCEEDED");
        }
    }

    [Theory]
    [InlineData("Everyone", true, true)]
    [InlineData("Staff", false, true)]
    [InlineData("Roles", false, true)]
    [InlineData("Nobody", false, false)]
    public async Task The_schema_is_shown_to_whom_the_settings_say(string readers, bool nobody, bool admin)
    {
        await using var server = await TestServer.Start(settings: [("GraphQL:Introspection", readers), ("GraphQL:IntrospectionRoles:0", "admin")]);
        using var stranger = server.AsNobody();
        using var signedIn = await server.AsAdmin();
        foreach (var (client, may) in new[] { (stranger, nobody), (signedIn, admin) })
        {
            (await Ask(client, "{ __schema { queryType { name } } }")).Contains("\"queryType\"", StringComparison.Ordinal).ShouldBe(may);
            (await Ask(client, "{ ticketz }")).Contains("Did you mean", StringComparison.Ordinal).ShouldBe(may);
            foreach (var path in new[] { "/graphql/schema.graphql", "/graphql/reference" })
            {
                using var page = await client.Http.GetAsync(new Uri(path, UriKind.Relative), Ct);
                page.IsSuccessStatusCode.ShouldBe(may, path);
            }
        }
    }

    private static DocumentNode Parse(string text) => Parser.Parse(new SourceText(System.Text.Encoding.UTF8.GetBytes(text)));

    private static async Task<string> Ask(GraphQLClient client, string query) => (await client.Send(query)).GetRawText();

    private static StringContent JsonContent(string query) =>
        new(JsonSerializer.Serialize(new { query }), System.Text.Encoding.UTF8, "application/json");

    // Something that fits for each variable; numbers are as large as a page may be.
    private static string Variables(Schema schema, string text) => JsonSerializer.Serialize(
        Parse(text).Definitions.OfType<OperationDefinitionNode>().Single().VariableDefinitions
            .ToDictionary(variable => variable.Variable.Name.Value, variable => Value(schema.FindType(variable.Type)!)));

    private static object? Value(GraphQLType type) => type.Nullable switch
    {
        ListType list => new[] { Value(list.ItemType) },
        EnumType values => values.Values[0].Name,
        InputObjectType input => input.Fields.Where(field => field.IsRequired).ToDictionary(field => field.Name, field => Value(field.Type)),
        ScalarType { Name: "Int" or "Long" or "Float" } => 100,
        ScalarType { Name: "Boolean" } => true,
        ScalarType { Name: "DateTime" } => "2026-01-01T00:00:00Z",
        ScalarType { Name: "Date" } => "2026-01-01",
        ScalarType { Name: "Upload" } => null,
        _ => "x",
    };
}
