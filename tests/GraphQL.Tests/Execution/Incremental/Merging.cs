using System.Text.Json.Nodes;

namespace ServiceCrm.GraphQL.Tests.Execution.Incremental;

/// <summary>Puts the parts of an answer together, as a client does.</summary>
internal static class Merging
{
    public static JsonNode? Merge(IReadOnlyList<JsonObject> payloads)
    {
        var data = payloads[0]["data"]?.DeepClone();
        var paths = new Dictionary<string, JsonArray>(StringComparer.Ordinal);
        foreach (var payload in payloads)
        {
            foreach (var pending in payload["pending"]?.AsArray() ?? [])
                paths[pending!["id"]!.GetValue<string>()] = pending["path"]!.AsArray();
            foreach (var entry in payload["incremental"]?.AsArray() ?? [])
                Add(At(data!, [.. paths[entry!["id"]!.GetValue<string>()], .. entry["subPath"]?.AsArray() ?? []]), entry);
        }

        return data;
    }

    private static JsonNode At(JsonNode node, IEnumerable<JsonNode?> path) =>
        path.Aggregate(node, (at, step) => step!.GetValueKind() == System.Text.Json.JsonValueKind.Number ? at[step.GetValue<int>()]! : at[step.GetValue<string>()]!);

    private static void Add(JsonNode target, JsonNode entry)
    {
        foreach (var item in entry["items"]?.AsArray() ?? [])
            target.AsArray().Add(item?.DeepClone());
        if (entry["data"] is JsonObject members)
            Add(target.AsObject(), members);
    }

    private static void Add(JsonObject target, JsonObject members)
    {
        foreach (var (name, value) in members)
        {
            if (target[name] is JsonObject there && value is JsonObject more)
                Add(there, more);
            else
                target[name] = value?.DeepClone();
        }
    }
}
