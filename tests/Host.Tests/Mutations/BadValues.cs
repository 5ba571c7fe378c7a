using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ServiceCrm.GraphQL;
using ServiceCrm.GraphQL.Types;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Every field of every mutation with values that are wrong: an answer a person can use, never a fault, nothing written.</summary>
public sealed class BadValues : IAsyncLifetime
{
    private const string Mark = "@@HERE@@";

    private MutationWorld _world = null!;

    public async ValueTask InitializeAsync() => _world = await MutationWorld.Start();

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task A_wrong_id_is_told_by_its_field_and_nothing_is_written()
    {
        var tried = 0;
        var wrong = new List<string>();
        foreach (var (schema, mutation) in _world.Mutations())
        {
            var example = await MutationExamples.Of(mutation.Name, _world);
            await _world.Quiet();
            foreach (var path in InputPaths.Of((InputObjectType)mutation.Arguments.Single().Type.Named, "ID"))
            {
                foreach (var (kind, value) in new[] { ("malformed", "no id at all"), ("of another type", GlobalId.Encode("Nothing", Guid.NewGuid())), ("unknown", GlobalId.Encode(path.IdType, Guid.CreateVersion7())) })
                {
                    tried++;
                    var before = await _world.Rows();
                    var answer = await Send(schema, mutation, path.With(example, value), value);
                    var where = $"{mutation.Name}: {path} {kind}: {answer}";
                    Check(wrong, where, answer, path.LastName, kind == "unknown");
                    if (!(await _world.Rows()).SequenceEqual(before))
                    {
                        wrong.Add($"WRITTEN {where}");
                    }
                }
            }
        }

        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(90);
    }

    [Fact]
    public async Task Texts_that_are_empty_huge_or_broken_are_never_a_fault()
    {
        var huge = new string('x', 900_000);
        var wrong = new List<string>();
        foreach (var (schema, mutation) in _world.Mutations().OrderBy(m => m.Mutation.Name == "changePassword"))
        {
            var example = await MutationExamples.Of(mutation.Name, _world);
            foreach (var path in InputPaths.Of((InputObjectType)mutation.Arguments.Single().Type.Named, "String"))
            {
                foreach (var (kind, raw) in new[] { ("empty", ""), ("huge", huge), ("larger than a request", huge + huge), ("NUL", "a\\u0000b"), ("lone surrogate", "a\\ud800b"), ("blank", " \\t\\n ") })
                {
                    var answer = await Send(schema, mutation, path.With(example, Mark), raw);
                    if (answer.Contains("INTERNAL", StringComparison.Ordinal) || answer.StartsWith('5'))
                    {
                        wrong.Add($"{mutation.Name}: {path} {kind}: {answer}");
                    }
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    /// <returns>the status and the body, shortened</returns>
    private async Task<string> Send(string schema, Field mutation, JsonObject input, string raw)
    {
        var body = new JsonObject { ["query"] = MutationWorld.Document(mutation), ["variables"] = new JsonObject { ["input"] = input } }.ToJsonString().Replace(Mark, raw, StringComparison.Ordinal);
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var client = schema == "portal" ? _world.Portal : _world.Admin;
        using var answer = await client.Http.PostAsync(new Uri(client.Path, UriKind.Relative), content, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return $"{(int)answer.StatusCode} {(text.Length > 500 ? text[..500] : text)}";
    }

    private static void Check(List<string> wrong, string where, string answer, string field, bool isUnknown)
    {
        using var json = JsonDocument.Parse(answer[4..]);
        var root = json.RootElement;
        var errors = root.TryGetProperty("errors", out var top) ? top : root.GetProperty("data").EnumerateObject().Single().Value.GetProperty("errors");
        if (errors.GetArrayLength() == 0)
        {
            wrong.Add($"ACCEPTED {where}");
            return;
        }

        var text = errors.ToString();
        if (text.Contains("INTERNAL", StringComparison.Ordinal))
        {
            wrong.Add($"INTERNAL {where}");
        }
        else if (!text.Contains(field, StringComparison.Ordinal) && !(isUnknown && text.Contains("NOT_FOUND", StringComparison.Ordinal)))
        {
            wrong.Add($"UNNAMED {where}");
        }
    }
}
