using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.Platform.Security;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Made from the schemas themselves: a field that somebody adds tomorrow is asked tomorrow.</summary>
public sealed class RootFields : IAsyncLifetime
{
    /// <summary>These ask for the permission of the thing behind the id.</summary>
    private static readonly string[] ById = ["node", "nodes"];

    private TestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await TestServer.Start();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public void Every_field_for_staff_asks_for_a_permission()
    {
        var fields = Roots("staff");
        fields.Count.ShouldBeGreaterThan(40);
        fields.Count(f => f.Root == "subscription").ShouldBeGreaterThan(1);
        fields.Where(f => PermissionsOf(f.Field).Count == 0).Select(f => f.Field.Name).ShouldBeSubsetOf(ById);
    }

    [Fact]
    public void Every_field_of_the_portal_is_for_who_is_signed_in_but_for_a_few()
    {
        var fields = Roots("portal");
        fields.ShouldAllBe(f => PermissionsOf(f.Field).All(p => p == Caller.SignedInOnPortal));
        fields.Where(f => PermissionsOf(f.Field).Count == 0).Select(f => f.Field.Name).Order(StringComparer.Ordinal).ShouldBe(["me", "portal", "replyToRequest", "submitRequest", "trackedRequest"]);
    }

    [Fact]
    public async Task Nobody_gets_anything_meant_for_staff()
    {
        var nobody = _server.AsNobody();
        var asked = 0;
        foreach (var (root, field) in Roots("staff").Where(f => f.Root != "subscription"))
        {
            var answer = await nobody.Send($"{root} {{ {Call(field)} }}");
            CodesOf(answer).ShouldBe(["NOT_SIGNED_IN"], $"{field.Coordinate}: {answer}");
            (answer.TryGetProperty("data", out var data) && Shows(data)).ShouldBeFalse($"{field.Coordinate}: {answer}");
            asked++;
        }

        asked.ShouldBeGreaterThan(40);
    }

    [Fact]
    public async Task Who_must_set_up_a_second_factor_gets_nothing_else()
    {
        var admin = await _server.AsAdmin();
        var second = await _server.As("Admin");
        await admin.EnrolTotp(_server);
        await admin.Mutate("mutation { requireSecondFactor(input: { role: \"Admin\", required: true }) { errors { message } } }");
        var asked = 0;
        foreach (var (root, field) in Roots("staff").Where(f => f.Root != "subscription" && !PermissionsOf(f.Field).Contains("access.factor.own")))
        {
            var answer = await second.Send($"{root} {{ {Call(field)} }}");
            CodesOf(answer).ShouldBe(["SECOND_FACTOR_NEEDED"], $"{field.Coordinate}: {answer}");
            (answer.TryGetProperty("data", out var data) && Shows(data)).ShouldBeFalse($"{field.Coordinate}: {answer}");
            asked++;
        }

        asked.ShouldBeGreaterThan(40);
        Roots("staff").Where(f => PermissionsOf(f.Field).Contains("access.factor.own")).Select(f => f.Field.Name).Order(StringComparer.Ordinal).ShouldBe(
            ["acknowledgeFactorReset", "confirmTotp", "disableTotp", "removePasskey", "renamePasskey", "renewRecoveryCodes", "secondFactors", "startTotp"]);
    }

    [Fact]
    public async Task Nobody_hears_anything_meant_for_staff()
    {
        var executor = _server.Services.GetRequiredKeyedService<GraphQLExecutor>("staff");
        foreach (var (_, field) in Roots("staff").Where(f => f.Root == "subscription"))
        {
            await using var scope = _server.Services.CreateAsyncScope();
            var request = GraphQLRequest.Of($"subscription {{ {Call(field)} }}");
            var (stream, refusal) = executor.Subscribe(request, scope.ServiceProvider, TestContext.Current.CancellationToken);
            stream.ShouldBeNull(field.Coordinate);
            using (refusal)
            {
                CodesOf(JsonSerializer.Deserialize<JsonElement>(refusal!.Body.Span)).ShouldBe(["NOT_SIGNED_IN"], field.Coordinate);
            }
        }
    }

    private List<(string Root, Field Field)> Roots(string schema)
    {
        var types = _server.Services.GetRequiredKeyedService<GraphQLExecutor>(schema).Schema.Types;
        return
        [
            .. types.QueryType!.Fields.Select(f => ("query", f)),
            .. types.MutationType!.Fields.Select(f => ("mutation", f)),
            .. (types.SubscriptionType?.Fields.ToList() ?? []).Select(f => ("subscription", f)),
        ];
    }

    private static IReadOnlyList<string> PermissionsOf(Field field) =>
        (IReadOnlyList<string>)field.Resolver.ShouldNotBeNull().GetType().GetProperty("Permissions").ShouldNotBeNull().GetValue(field.Resolver)!;

    private static IEnumerable<string?> CodesOf(JsonElement answer) =>
        answer.GetProperty("errors").EnumerateArray().Select(e => e.TryGetProperty("extensions", out var more) ? more.Text("code") : e.Text("message")).Distinct();

    private static bool Shows(JsonElement data) => data.ValueKind switch
    {
        JsonValueKind.Null => false,
        JsonValueKind.Array => data.EnumerateArray().Any(Shows),
        JsonValueKind.Object => data.EnumerateObject().Any(p => Shows(p.Value)),
        _ => true,
    };

    private static string Call(Field field)
    {
        var arguments = string.Join(", ", field.Arguments.Where(a => a.IsRequired).Select(a => $"{a.Name}: {Literal(a.Type)}"));
        return $"{field.Name}{(arguments.Length > 0 ? $"({arguments})" : "")}{(field.Type.IsLeaf ? "" : " { __typename }")}";
    }

    /// <summary>Any value that the type accepts.</summary>
    private static string Literal(GraphQLType type) => type.Nullable switch
    {
        ListType list => $"[{Literal(list.ItemType)}]",
        EnumType values => values.Values[0].Name,
        InputObjectType input => $"{{ {string.Join(", ", input.Fields.Where(f => f.IsRequired).Select(f => $"{f.Name}: {Literal(f.Type)}"))} }}",
        ScalarType { Name: "ID" } => $"\"{GlobalId.Encode("User", Guid.CreateVersion7())}\"",
        ScalarType { Name: "Int" or "Float" or "Long" } => "1",
        ScalarType { Name: "Boolean" } => "true",
        ScalarType { Name: "DateTime" } => "\"2030-01-02T03:04:05Z\"",
        _ => "\"x\"",
    };
}
