using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>A CLR type as output.</summary>
/// <param name="Type">The GraphQL type.</param>
/// <param name="Shape">The <see cref="OutputShape{T}"/> over <paramref name="ValueType"/>.</param>
/// <param name="ValueType">The CLR type as declared.</param>
internal sealed record OutputType(GraphQLType Type, object Shape, Type ValueType);

/// <summary>Finds the GraphQL type and the shape of what getters and resolvers return.</summary>
internal sealed class OutputTypes(TypeRegistry registry)
{
    private static readonly string[] ByConvention = ["Payload", "Result"];
    private readonly Dictionary<Type, string> _connections = [];
    private readonly Dictionary<Type, OutputType> _nonNullLeaves = [];
    private readonly Dictionary<Type, OutputType> _nullableLeaves = [];

    /// <summary>The output type of a CLR type.</summary>
    /// <param name="shape">The CLR type.</param>
    /// <param name="fails">The field may fail for the caller, so that it must be nullable whatever C# says.</param>
    public OutputType Of(ClrShape shape, bool fails = false)
    {
        var nonNull = !shape.IsNullable && !fails;
        var leaves = nonNull ? _nonNullLeaves : _nullableLeaves;
        if (leaves.TryGetValue(shape.DeclaredType, out var known))
            return known;
        return FindLeaf(shape, nonNull) is { } leaf ? leaves[shape.DeclaredType] = leaf : Compound(shape, nonNull);
    }

    private OutputType? FindLeaf(ClrShape shape, bool nonNull)
    {
        if (registry.Scalars.Find(shape.Type) is { } scalar)
            return Leaf(shape, scalar.Type, scalar.Format ?? throw new DeclarationException($"{scalar.Type} is for input only."), nonNull);
        if (registry.GlobalId(shape.Type) is { } id)
            return Leaf(shape, BuiltInScalars.Id, IdFormat(id), nonNull);
        if (shape.Type.IsEnum)
            return Leaf(shape, registry.Enum(shape.Type), EnumFormat(shape.Type), nonNull);
        return null;
    }

    private OutputType Compound(ClrShape shape, bool nonNull)
    {
        if (Named(shape) is { } name)
            return Composite(name, shape, nonNull);
        if (shape.Type != typeof(string) && Generic.ArgumentOf(shape.Type, typeof(IEnumerable<>)) is { } item)
            return List(shape, item, nonNull);
        throw new DeclarationException($"{shape.Type.Name} is not an output type: declare it with schema.Object<{shape.Type.Name}> or schema.Record<{shape.Type.Name}>.");
    }

    /// <summary>The shape of a composite type of that name.</summary>
    public static OutputType Composite(string name, ClrShape shape, bool nonNull) =>
        new(Wrap(new TypeReference(name), nonNull), Generic.New(typeof(ObjectShape<>), [shape.DeclaredType], nonNull), shape.DeclaredType);

    private string? Named(ClrShape shape)
    {
        if (registry.Composite(shape.Type) is { } declared)
            return declared.Name;
        if (shape.Type.IsGenericType && shape.Type.GetGenericTypeDefinition() == typeof(Page<>))
            return Connection(shape);
        return shape.Type.IsClass && Array.Exists(ByConvention, ending => shape.Type.Name.EndsWith(ending, StringComparison.Ordinal))
            ? registry.AddRecord(shape.Type).Name
            : null;
    }

    private string Connection(ClrShape page)
    {
        if (!_connections.TryGetValue(page.Type, out var name))
            _connections[page.Type] = name = ConnectionTypes.Add(registry, Of(page.Arguments[0]));
        return name;
    }

    private static OutputType Leaf(ClrShape shape, NamedType type, LeafFormat format, bool nonNull) =>
        new(Wrap(type, nonNull), format.Shape(shape.IsNullable, nonNull), shape.DeclaredType);

    private LeafFormat EnumFormat(Type type) => (LeafFormat)Generic.New(typeof(EnumFormat<>), [type], registry.Enum(type));

    private OutputType List(ClrShape shape, Type itemType, bool nonNull)
    {
        var item = Of(shape.Arguments.Count == 1 ? shape.Arguments[0] : ClrShape.Of(itemType));
        var list = Generic.New(typeof(ListShape<>), [item.ValueType], item.Shape, item.Type is NonNullType, nonNull);
        var wanted = typeof(IReadOnlyList<>).MakeGenericType(item.ValueType);
        var declared = shape.DeclaredType;
        if (declared != wanted)
            list = Generic.New(typeof(EnumerableShape<,>), [declared, item.ValueType], list);
        return new OutputType(Wrap(item.Type.List(), nonNull), list, declared);
    }

    private static LeafFormat IdFormat(GlobalIdDeclaration id) => (LeafFormat)Generic.New(typeof(IdFormat<>), [id.IdType], id.TypeName, id.ToGuid);

    private static GraphQLType Wrap(GraphQLType type, bool nonNull) => nonNull ? type.NonNull() : type;
}

/// <summary>A typed id as global id.</summary>
internal sealed class IdFormat<T>(string typeName, Func<T, Guid> toGuid) : StructFormat<T>
    where T : struct
{
    public override void Write(Utf8Output output, T value) => output.String(GlobalId.Encode(typeName, toGuid(value)));
}

/// <summary>Any enumerable shown as a list; what is no list yet is copied once.</summary>
internal sealed class EnumerableShape<TList, T>(OutputShape<IReadOnlyList<T>?> list) : OutputShape<TList>
    where TList : IEnumerable<T>
{
    public override ValueWriter<TList> Writer(SelectionSet? selections, StreamUsage? stream) => new EnumerableWriter(list.Writer(selections, stream));

    private sealed class EnumerableWriter(ValueWriter<IReadOnlyList<T>?> inner) : ValueWriter<TList>
    {
        public override SelectionSet? Columns => inner.Columns;

        public override Outcome Write(RequestRun run, TList value, int row) => inner.Write(run, Items(value), row);

        public override void Gather(RequestRun run, TList value, Table rows) => inner.Gather(run, Items(value), rows);

        public override int CountRows(TList value) => inner.CountRows(Items(value));

        private static IReadOnlyList<T>? Items(TList value) => value is null ? null : value as IReadOnlyList<T> ?? [.. value];
    }
}
