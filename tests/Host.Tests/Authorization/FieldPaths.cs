using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.Host.Tests;

/// <summary>
/// For each object type of a schema the shortest way to it from the query root, and for each field a document that asks
/// for that field there. A field with an argument that must be given and is not known here cannot be asked: the test says so.
/// </summary>
internal sealed class FieldPaths(Schema schema, IReadOnlyDictionary<string, string> arguments)
{
    private readonly Dictionary<string, IReadOnlyList<Field>> _ways = [];

    /// <summary>Fields whose arguments are not known.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>Each field of each object type that can be reached by asking, with the fields that lead to it.</summary>
    public IEnumerable<(string Coordinate, IReadOnlyList<Field> Way)> All()
    {
        Walk();
        foreach (var (type, way) in _ways.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            foreach (var field in ((ObjectType)schema.FindType(type)!).Fields.Where(IsKnown))
            {
                yield return ($"{type}.{field.Name}", [.. way, field]);
            }
        }
    }

    /// <summary>The document that asks for the last field of the way, with every leaf below it.</summary>
    public string Document(IReadOnlyList<Field> way) => $"{{ {string.Join(" { ", way.Select(Call))}{Leaves(way[^1].Type.Named)}{string.Concat(Enumerable.Repeat(" }", way.Count))}";

    private void Walk()
    {
        var open = new Queue<(ObjectType Type, IReadOnlyList<Field> Way)>();
        open.Enqueue((schema.QueryType!, []));
        _ways[schema.QueryType!.Name] = [];
        while (open.TryDequeue(out var at))
        {
            foreach (var field in at.Type.Fields)
            {
                if (!IsKnown(field))
                {
                    Unknown.Add(Coordinate(at.Type.Name, field));
                }
                else if (field.Type.Named is ObjectType next && _ways.TryAdd(next.Name, [.. at.Way, field]))
                {
                    open.Enqueue((next, [.. at.Way, field]));
                }
            }
        }
    }

    private bool IsKnown(Field field) => Required(field).All(a => arguments.ContainsKey(a.Coordinate));

    private static IEnumerable<Argument> Required(Field field) => field.Arguments.Where(a => a.Type.IsNonNull && a.DefaultValue is null);

    private static string Coordinate(string type, Field field) => $"{type}.{field.Name}({string.Join(", ", Required(field).Select(a => a.Name))})";

    private string Call(Field field)
    {
        var given = Required(field).Select(a => $"{a.Name}: {arguments[a.Coordinate]}").ToList();
        if (field.Arguments.Any(a => a.Name == "first"))
        {
            given.Add("first: 10");
        }

        return given.Count == 0 ? field.Name : $"{field.Name}({string.Join(", ", given)})";
    }

    private string Leaves(NamedType type) => type switch
    {
        ObjectType shown => $" {{ __typename {string.Join(' ', shown.Fields.Where(f => f.Type.Named is ScalarType or EnumType && IsKnown(f)).Select(f => f.Name))} }}",
        CompositeType => " { __typename }",
        _ => "",
    };
}
