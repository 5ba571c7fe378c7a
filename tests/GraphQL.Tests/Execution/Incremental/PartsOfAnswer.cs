using System.Text.Json.Nodes;

namespace ServiceCrm.GraphQL.Tests.Execution.Incremental;

/// <summary>
/// An answer in parts in a form that does not depend on which parts came together in one payload, nor on the numbers they had; and what
/// breaks the rules of the format.
/// </summary>
internal sealed class PartsOfAnswer
{
    private readonly Dictionary<string, (string Place, JsonArray Path)> _open = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _lines = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, List<string>> _items = new(StringComparer.Ordinal);
    private readonly string _first;

    public PartsOfAnswer(IReadOnlyList<JsonObject> payloads)
    {
        var first = payloads[0];
        _first = $"{Sorted(first["data"])} {Sorted(first["errors"])} {string.Join(' ', (first["pending"]?.AsArray() ?? []).Select(pending => Place(pending!)).Order(StringComparer.Ordinal))}";
        for (var i = 0; i < payloads.Count; i++)
        {
            Read(payloads[i]);
            var hasNext = payloads[i]["hasNext"]?.GetValue<bool>() ?? false;
            if (hasNext == (i == payloads.Count - 1))
                Mistakes.Add($"payload {i} of {payloads.Count} says hasNext: {hasNext}");
        }

        if (_open.Count > 0)
            Mistakes.Add($"{string.Join(' ', _open.Values.Select(open => open.Place))} never ended");
    }

    public List<string> Mistakes { get; } = [];

    public override string ToString() => string.Join('\n', [_first, .. _lines, .. _items.Select(pair => $"{pair.Key}: {string.Join(' ', pair.Value)}")]);

    private void Read(JsonObject payload)
    {
        foreach (var pending in payload["pending"]?.AsArray() ?? [])
        {
            if (!_open.TryAdd(pending!["id"]!.GetValue<string>(), (Place(pending), pending["path"]!.AsArray())))
                Mistakes.Add($"id {pending["id"]} is used twice");
        }

        foreach (var entry in payload["incremental"]?.AsArray() ?? [])
        {
            if (!_open.TryGetValue(entry!["id"]!.GetValue<string>(), out var open))
                Mistakes.Add($"id {entry["id"]} is not open");
            else if (entry["items"] is JsonArray items)
                Read(open.Place, items, entry["errors"]?.AsArray() ?? []);
            else
                _lines.Add($"[{string.Join(',', open.Path.Concat(entry["subPath"]?.AsArray() ?? []).Select(step => step!.ToJsonString()))}] {Sorted(entry["data"])} {Sorted(entry["errors"])}");
        }

        foreach (var completed in payload["completed"]?.AsArray() ?? [])
        {
            if (_open.Remove(completed!["id"]!.GetValue<string>(), out var open))
                _lines.Add($"end of {open.Place} {Sorted(completed["errors"])}");
            else
                Mistakes.Add($"id {completed["id"]} ends without being open");
        }
    }

    private void Read(string place, JsonArray items, JsonArray errors)
    {
        if (!_items.TryGetValue(place, out var list))
            _items[place] = list = [];
        list.AddRange(items.Select(item => item is null ? "null" : Sorted(item)));
        _lines.UnionWith(errors.Select(error => $"{place} {Sorted(error)}"));
    }

    private static string Place(JsonNode pending) => $"{pending["path"]!.ToJsonString()}{pending["label"]}";

    private static string Sorted(JsonNode? node) => node switch
    {
        null => "",
        JsonObject members => $"{{{string.Join(',', members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => $"{member.Key}:{(member.Value is null ? "null" : Sorted(member.Value))}"))}}}",
        JsonArray items => $"[{string.Join(',', items.Select(item => item is null ? "null" : Sorted(item)))}]",
        _ => node.ToJsonString(),
    };
}
