using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>Relay's interface Node and the queries <c>node</c> and <c>nodes</c>.</summary>
internal sealed class NodeFields(TypeRegistry registry, LoaderFactory loaders, Mistakes mistakes)
{
    public const string InterfaceName = "Node";

    /// <summary>How each node type is loaded, by its name.</summary>
    public Dictionary<string, NodeEntry> Entries { get; } = new(StringComparer.Ordinal);

    /// <summary>Interface Node; null when no type is a node.</summary>
    public InterfaceType? Interface { get; private set; }

    /// <summary>Adds them when any type is a node.</summary>
    public void AddTo(ObjectType query)
    {
        var entries = Entries;
        foreach (var type in registry.Composites.Where(type => type.Node is not null))
            mistakes.Try(type.Name, type.Node!.At, () => entries[type.Name] = CreateEntry(type));
        if (entries.Count == 0)
            return;
        var node = registry.Add(new InterfaceType(InterfaceName) { Description = "An object with a global id." });
        Interface = node;
        node.Fields.Add(new Field("id", BuiltInScalars.Id.NonNull()) { Description = "The global id." });
        query.Fields.Add(NodeField(node, entries));
        query.Fields.Add(NodesField(node, entries));
    }

    private NodeEntry CreateEntry(TypeDeclaration type)
    {
        var node = type.Node!;
        var id = registry.GlobalId(node.IdType) ?? throw new DeclarationException($"{node.IdType.Name} is not declared with schema.GlobalId.");
        if (!string.Equals(id.TypeName, type.Name, StringComparison.Ordinal))
            throw new DeclarationException($"Ids of {node.IdType.Name} are declared for {id.TypeName}.");
        var loader = loaders.Dictionary(node.ByIds, node.IdType);
        return (NodeEntry)Generic.New(typeof(NodeEntry<,>), [node.IdType, loader.Value.Type], type.Name, node.Permission ?? string.Empty, id.FromGuid, loader.Loader);
    }

    private static Field NodeField(InterfaceType node, Dictionary<string, NodeEntry> entries)
    {
        var field = new Field("node", node)
        {
            Description = "The object with this global id; null when there is none or the caller may not see it.",
            Resolver = new AsyncRuntime<object?>(new NodeSource(entries), new ObjectShape<object?>(nonNull: false), isParallel: false),
        };
        field.Arguments.Add(new Argument("id", BuiltInScalars.Id.NonNull()));
        return field;
    }

    private static Field NodesField(InterfaceType node, Dictionary<string, NodeEntry> entries)
    {
        var field = new Field("nodes", node.List().NonNull())
        {
            Description = "The objects with these global ids, in their order.",
            Resolver = new AsyncRuntime<IReadOnlyList<object?>?>(
                new NodesSource(entries), new ListShape<object?>(new ObjectShape<object?>(nonNull: false), itemNonNull: false, nonNull: true), isParallel: false),
        };
        field.Arguments.Add(new Argument("ids", BuiltInScalars.Id.NonNull().List().NonNull()));
        return field;
    }
}

/// <summary>How <c>node</c> loads one type.</summary>
internal abstract class NodeEntry
{
    private const string InvalidCode = "INVALID_ID";

    /// <summary>Notes the wish; what is wrong with it comes back as the failure of that id.</summary>
    public abstract Exception? Want(RequestRun run, string id);

    public abstract ValueTask LoadAsync(RequestRun run);

    /// <summary>The object, null or a <see cref="FailedValue"/>.</summary>
    public abstract object? Get(RequestRun run, string id);

    public static GraphQLFieldException Invalid(string typeName) => new(InvalidCode, $"The value of \"id\" is not a {typeName} id.");
}

internal sealed class NodeEntry<TId, T>(string typeName, string permission, Func<Guid, TId> fromGuid, BatchLoader<TId, T> loader) : NodeEntry
    where TId : notnull
{
    public override Exception? Want(RequestRun run, string id)
    {
        if (!GlobalId.TryDecode(id, typeName, out var guid))
            return Invalid(typeName);
        if (!run.Allows(permission))
            return run.Refusal();
        run.BatchOf(loader).Want(fromGuid(guid));
        return null;
    }

    public override ValueTask LoadAsync(RequestRun run) => run.BatchOf(loader).LoadAsync(run);

    public override object? Get(RequestRun run, string id)
    {
        GlobalId.TryDecode(id, typeName, out var guid);
        return run.BatchOf(loader).Get(fromGuid(guid), out var value) is { } failure ? new FailedValue(failure) : value;
    }
}

/// <summary>Loads objects of several types by their global ids, one batch a type.</summary>
internal static class NodeLoading
{
    public static async ValueTask<object?[]> LoadAsync(RequestRun run, Dictionary<string, NodeEntry> entries, string[] ids)
    {
        var results = new object?[ids.Length];
        var found = new NodeEntry?[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            found[i] = GlobalId.TypeName(ids[i]) is { } name ? entries.GetValueOrDefault(name) : null;
            var failure = found[i] is null ? NodeEntry.Invalid("known") : found[i]!.Want(run, ids[i]);
            if (failure is not null)
                (results[i], found[i]) = (new FailedValue(failure), null);
        }

        foreach (var entry in found.Distinct())
        {
            if (entry is not null)
                await entry.LoadAsync(run);
        }

        for (var i = 0; i < ids.Length; i++)
        {
            if (found[i] is { } entry)
                results[i] = entry.Get(run, ids[i]);
        }

        return results;
    }
}

internal sealed class NodeSource(Dictionary<string, NodeEntry> entries) : ValueSource<ValueTask<object?>>
{
    public override ValueTask<object?> Get(in ResolveCall call) => Load(call.Run, (string)call.Field.Info.Arguments.Values(call.Run)[0]!);

    private async ValueTask<object?> Load(RequestRun run, string id) => (await NodeLoading.LoadAsync(run, entries, [id]))[0];
}

internal sealed class NodesSource(Dictionary<string, NodeEntry> entries) : ValueSource<ValueTask<IReadOnlyList<object?>?>>
{
    private const int MaxIds = 100;

    public override ValueTask<IReadOnlyList<object?>?> Get(in ResolveCall call)
    {
        var ids = (object?[])call.Field.Info.Arguments.Values(call.Run)[0]!;
        return ids.Length <= MaxIds
            ? Load(call.Run, Array.ConvertAll(ids, id => (string)id!))
            : throw new GraphQLFieldException(Errors.ErrorCodes.LimitExceeded, $"At most {MaxIds} ids at once.");
    }

    private async ValueTask<IReadOnlyList<object?>?> Load(RequestRun run, string[] ids) => await NodeLoading.LoadAsync(run, entries, ids);
}
