using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>
/// Every field of both schemas and every argument that takes an id, asked by thirteen callers. What each of them gets is
/// written in <c>expected.txt</c>, a line a field: a new field without a line fails, and so does an answer that is not the
/// one that was reviewed. Whatever the file says, no answer may hold a word that its caller must not read.
/// Run with SERVICECRM_WRITE_RIGHTS=1 to write the file anew; read the difference.
/// </summary>
public sealed class AuthorizationMatrix : IAsyncLifetime
{
    /// <summary>These end sessions or change the password that all callers share; <c>SessionRights</c> tries them.</summary>
    private static readonly string[] OfTheCallerItself = ["changePassword", "endSessions", "endSession"];

    private readonly List<string> _leaks = [];
    private MatrixWorld _world = null!;
    private int _cases;

    public async ValueTask InitializeAsync() => _world = await MatrixWorld.Start();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Every_field_answers_every_caller_as_reviewed_and_nothing_leaks()
    {
        var lines = new List<string> { $"# {string.Join(" | ", _world.Callers.Select(c => c.Name))}", "# v a value, 0 null or nothing, - its object is not shown, x not allowed, s not signed in, mutations: m done, r refused by the thing, n not found, e another error" };
        await Fields("staff", lines);
        await Fields("portal", lines);
        await Mutations(lines);
        Compare(lines);
        _leaks.ShouldBeEmpty();
        _cases.ShouldBeGreaterThan(3_000);
        TestContext.Current.SendDiagnosticMessage($"{_cases} cases, {_leaks.Count} leaks");
    }

    [Fact]
    public async Task A_foreign_id_answers_exactly_like_an_unknown_one()
    {
        var different = new List<string>();
        foreach (var (type, ids) in _world.Ids)
        {
            var unknown = GlobalId.Encode(type, Guid.CreateVersion7());
            foreach (var caller in _world.Callers)
            {
                foreach (var id in ids.Where(id => id != unknown))
                {
                    await CompareIds(caller, type, id, unknown, different);
                }
            }
        }

        foreach (var caller in _world.Callers)
        {
            await ComparePortalIds(caller, different);
        }

        different.ShouldBeEmpty();
        _leaks.ShouldBeEmpty();
        _cases.ShouldBeGreaterThan(500);
    }

    private async Task CompareIds(MatrixCaller caller, string type, string id, string unknown, List<string> different)
    {
        var visible = (await Ask(caller, "staff", $"{{ node(id: \"{id}\") {{ id }} }}")).TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object && data.GetProperty("node").ValueKind == JsonValueKind.Object;
        if (visible)
        {
            return;
        }

        foreach (var (name, document) in Takers(type))
        {
            var foreign = (await Ask(caller, "staff", document(id))).ToString().Replace(id, "ID", StringComparison.Ordinal);
            var nothing = (await Ask(caller, "staff", document(unknown))).ToString().Replace(unknown, "ID", StringComparison.Ordinal);
            if (foreign != nothing)
            {
                different.Add($"{name} as {caller.Name} of {type}: {foreign} instead of {nothing}");
            }
        }
    }

    // On the portal everything but the own requests is foreign, those of staff's tickets as well.
    private async Task ComparePortalIds(MatrixCaller caller, List<string> different)
    {
        var unknown = GlobalId.Encode("Ticket", Guid.CreateVersion7());
        foreach (var id in _world.PortalIds.Concat(_world.Ids["Ticket"]))
        {
            var seen = await Ask(caller, "portal", $"{{ myTicket(id: \"{id}\") {{ id }} }}");
            if (seen.GetProperty("data") is { ValueKind: JsonValueKind.Object } data && data.GetProperty("myTicket").ValueKind == JsonValueKind.Object)
            {
                continue;
            }

            foreach (var (name, document) in Takers("Ticket", "portal").Append(("myTicket", asked => $"{{ myTicket(id: \"{asked}\") {{ id }} }}")))
            {
                var foreign = (await Ask(caller, "portal", document(id))).ToString().Replace(id, "ID", StringComparison.Ordinal);
                var nothing = (await Ask(caller, "portal", document(unknown))).ToString().Replace(unknown, "ID", StringComparison.Ordinal);
                if (foreign != nothing)
                {
                    different.Add($"{name} as {caller.Name} on the portal: {foreign} instead of {nothing}");
                }
            }
        }
    }

    /// <summary>Every query and mutation that takes an id of the type, with the id in it and everything else left out or made up.</summary>
    private IEnumerable<(string Name, Func<string, string> Document)> Takers(string type)
    {
        yield return ("node", id => $"{{ node(id: \"{id}\") {{ id }} }}");
        yield return ("nodes", id => $"{{ nodes(ids: [\"{id}\"]) {{ id }} }}");
        foreach (var field in SchemaOf("staff").QueryType!.Fields.Where(f => f.Arguments.Any(a => a.Name == "id") && string.Equals(f.Type.Named.Name, type, StringComparison.Ordinal)))
        {
            yield return (field.Name, id => $"{{ {field.Name}(id: \"{id}\") {{ id }} }}");
        }

        foreach (var taker in Takers(type, "staff"))
        {
            yield return taker;
        }
    }

    private IEnumerable<(string Name, Func<string, string> Document)> Takers(string type, string schema)
    {
        // The one field named after the type: ticketId of updateTicket, customerId of addCustomerNote.
        var name = $"{char.ToLowerInvariant(type[0])}{type[1..]}Id";
        foreach (var mutation in SchemaOf(schema).MutationType!.Fields)
        {
            var input = (InputObjectType)mutation.Arguments.Single().Type.Named;
            var others = input.Fields.Where(f => f.Name != name && f.Type.IsNonNull && f.DefaultValue is null).ToList();
            if (input.Fields.Any(f => f.Name == name) && others.TrueForAll(f => f.Type.Named.Name == "String" && f.Type.Nullable is not ListType))
            {
                var rest = string.Concat(others.Select(f => $", {f.Name}: \"made up for a test\""));
                yield return (mutation.Name, id => $"mutation {{ {mutation.Name}(input: {{ {name}: \"{id}\"{rest} }}) {{ errors {{ code message path }} }} }}");
            }
        }
    }

    private async Task Fields(string schema, List<string> lines)
    {
        var paths = new FieldPaths(SchemaOf(schema), _world.Arguments);
        foreach (var (coordinate, way) in paths.All())
        {
            var document = paths.Document(way);
            var line = new StringBuilder();
            foreach (var caller in _world.Callers)
            {
                var answer = await Ask(caller, schema, document.Replace("TRACKING", $"\"{caller.Tracking}\"", StringComparison.Ordinal));
                line.Append(Outcome(answer, way));
            }

            lines.Add($"{line} {schema} {coordinate}");
        }

        lines.AddRange(paths.Unknown.Select(u => $"{new string('?', _world.Callers.Count)} {schema} {u}"));
    }

    private async Task Mutations(List<string> lines)
    {
        foreach (var (schema, mutation) in _world.Things.Mutations().OrderBy(m => m.Mutation.Name, StringComparer.Ordinal))
        {
            var line = new StringBuilder();
            foreach (var caller in _world.Callers.Where(_ => !OfTheCallerItself.Contains(mutation.Name)))
            {
                var body = new JsonObject { ["input"] = await MutationExamples.Of(mutation.Name, _world.Things) };
                var answer = await Ask(caller, schema, MutationWorld.Document(mutation), body);
                line.Append(Outcome(answer, [mutation]) is 'v' ? Done(answer.GetProperty("data").GetProperty(mutation.Name)) : Outcome(answer, [mutation]));
            }

            lines.Add($"{(line.Length == 0 ? new string('.', _world.Callers.Count) : line.ToString())} {schema} Mutation.{mutation.Name}");
        }
    }

    private static char Done(JsonElement payload)
    {
        var errors = payload.GetProperty("errors");
        return errors.GetArrayLength() == 0 ? 'm' : errors[0].GetProperty("code").GetString() switch { "NOT_ALLOWED" => 'r', "NOT_FOUND" => 'n', _ => 'e' };
    }

    private async Task<JsonElement> Ask(MatrixCaller caller, string schema, string document, JsonObject? variables = null)
    {
        _cases++;
        using var content = new StringContent(new JsonObject { ["query"] = document, ["variables"] = variables }.ToJsonString(), Encoding.UTF8, "application/json");
        using var answer = await caller.Client.Http.PostAsync(new Uri(schema == "portal" ? "/portal/graphql" : "/graphql", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        foreach (var word in caller.Forbidden.Where(word => text.Contains(word, StringComparison.OrdinalIgnoreCase) && !document.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            _leaks.Add($"{caller.Name} reads {word}: {document} -> {text}");
        }

        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    private static char Outcome(JsonElement answer, IReadOnlyList<Field> way)
    {
        if (answer.TryGetProperty("errors", out var errors))
        {
            var code = errors[0].GetProperty("extensions").GetProperty("code").GetString();
            return code switch { "NOT_ALLOWED" => 'x', "NOT_SIGNED_IN" => 's', _ => throw new InvalidOperationException($"{way[^1].Coordinate}: {errors}") };
        }

        var value = answer.GetProperty("data");
        for (var i = 0; i < way.Count; i++)
        {
            value = Step(value, way[i].Name);
            if (value.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined || (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 0))
            {
                return i == way.Count - 1 ? '0' : '-';
            }
        }

        return 'v';
    }

    // Of a list the first object that has something to show.
    private static JsonElement Step(JsonElement value, string field) => value.ValueKind != JsonValueKind.Array
        ? value.GetProperty(field)
        : value.EnumerateArray().Where(v => v.ValueKind == JsonValueKind.Object).Select(v => v.GetProperty(field)).OrderBy(v => v.ValueKind == JsonValueKind.Null).FirstOrDefault();

    private Schema SchemaOf(string name) => _world.Things.Server.Services.GetRequiredKeyedService<GraphQLExecutor>(name).Schema.Types;

    private static void Compare(List<string> lines)
    {
        var path = System.IO.Path.Combine(Sources(), "tests", "Host.Tests", "Authorization", "expected.txt");
        if (Environment.GetEnvironmentVariable("SERVICECRM_WRITE_RIGHTS") == "1")
        {
            System.IO.File.WriteAllText(path, string.Join('\n', lines) + "\n");
        }

        var expected = System.IO.File.ReadAllLines(path);
        lines.Except(expected, StringComparer.Ordinal).ShouldBeEmpty("answers that nobody has reviewed");
        expected.Except(lines, StringComparer.Ordinal).ShouldBeEmpty("lines for what is no longer there");
    }

    private static string Sources([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(System.IO.Path.GetDirectoryName(file)!, "..", "..", ".."));
}
