using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>The types of Relay connections: <c>XConnection</c>, <c>XEdge</c> and <c>PageInfo</c>.</summary>
internal static class ConnectionTypes
{
    /// <summary>Adds the types for pages of a node type and gives the connection's name.</summary>
    public static string Add(TypeRegistry registry, OutputType node)
    {
        var name = node.Type.ToString()!.TrimEnd('!');
        return ((IConnectionFactory)Generic.New(typeof(ConnectionFactory<>), [node.ValueType])).Add(registry, node, name);
    }

    internal interface IConnectionFactory
    {
        string Add(TypeRegistry registry, OutputType node, string name);
    }

    private static NonNullType PageInfoType(TypeRegistry registry)
    {
        const string Name = "PageInfo";
        if (registry.Find(Name) is null)
        {
            var flag = new LeafShape<bool>(new StructLeafWriter<bool>(new BooleanFormat()));
            var cursor = new LeafShape<string?>(new ClassLeafWriter<string>(new StringFormat(), nonNull: false));
            var type = registry.Add(new ObjectType(Name) { Description = "Whether there is more of a connection, and the cursors of both ends." });
            type.Fields.AddRange(
                new Field("hasNextPage", BuiltInScalars.Boolean.NonNull()) { Resolver = new GetterRuntime<PageInfo, bool>(info => info.HasNextPage, flag) },
                new Field("hasPreviousPage", BuiltInScalars.Boolean.NonNull()) { Resolver = new GetterRuntime<PageInfo, bool>(info => info.HasPreviousPage, flag) },
                new Field("startCursor", BuiltInScalars.String) { Resolver = new GetterRuntime<PageInfo, string?>(info => info.StartCursor, cursor) },
                new Field("endCursor", BuiltInScalars.String) { Resolver = new GetterRuntime<PageInfo, string?>(info => info.EndCursor, cursor) });
        }

        return new TypeReference(Name).NonNull();
    }

    internal sealed class ConnectionFactory<T> : IConnectionFactory
    {
        public string Add(TypeRegistry registry, OutputType node, string name)
        {
            var shape = (OutputShape<T>)node.Shape;
            var nonNull = node.Type is NonNullType;
            var edge = registry.Add(new ObjectType($"{name}Edge") { Description = $"One {name} of a connection with its cursor." });
            edge.Fields.AddRange(
                new Field("node", node.Type) { Resolver = new GetterRuntime<Edge<T>, T>(item => item.Node, shape) },
                new Field("cursor", BuiltInScalars.String.NonNull())
                {
                    Resolver = new GetterRuntime<Edge<T>, string?>(item => item.Cursor, new LeafShape<string?>(new ClassLeafWriter<string>(new StringFormat(), nonNull: true))),
                });
            var connection = registry.Add(new ObjectType($"{name}Connection") { Description = $"A page of {name}." });
            connection.Fields.AddRange(
                new Field("edges", edge.NonNull().List().NonNull())
                {
                    Resolver = new GetterRuntime<Page<T>, IReadOnlyList<Edge<T>>?>(page => page.Edges, new ListShape<Edge<T>>(new ObjectShape<Edge<T>>(nonNull: true), itemNonNull: true, nonNull: true)),
                },
                new Field("nodes", node.Type.List().NonNull())
                {
                    Resolver = new GetterRuntime<Page<T>, IReadOnlyList<T>?>(page => page.Nodes, new ListShape<T>(shape, nonNull, nonNull: true)),
                },
                new Field("pageInfo", PageInfoType(registry))
                {
                    Resolver = new GetterRuntime<Page<T>, PageInfo>(page => page.Info, new ObjectShape<PageInfo>(nonNull: true)),
                },
                new Field("totalCount", BuiltInScalars.Int)
                {
                    Description = "How many there are on all pages; counted only when asked.",
                    Resolver = new GetterRuntime<Page<T>, int?>(page => page.TotalCount, new LeafShape<int?>(new NullableStructLeafWriter<int>(new Int32Format()))),
                });
            return connection.Name;
        }
    }
}
