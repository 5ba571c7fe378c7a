namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>A batch loader with the shapes of its keys and values.</summary>
/// <param name="Loader">The <c>BatchLoader</c>.</param>
/// <param name="Value">The value of one key, nullable for dictionaries, a list for lookups.</param>
internal sealed record BoundLoader(object Loader, ClrShape Value);

/// <summary>Makes batch loaders of methods. The same method gives the same loader, so that its fields share one call.</summary>
internal sealed class LoaderFactory(ResolverFactory resolvers)
{
    private readonly Dictionary<(Delegate Run, Type Key), BoundLoader> _loaders = [];

    public BoundLoader Dictionary(Delegate run, Type key) => Get(run, key, typeof(IReadOnlyDictionary<,>), (source, found, value) =>
        new BoundLoader(
            Generic.New(value.Type.IsValueType ? typeof(StructDictionaryLoader<,,>) : typeof(DictionaryLoader<,,>), [key, value.Type, found.Type], source),
            value.With(isNullable: true)));

    public BoundLoader Lookup(Delegate run, Type key) => Get(run, key, typeof(ILookup<,>), (source, found, value) =>
        new BoundLoader(
            Generic.New(typeof(LookupLoader<,,>), [key, value.DeclaredType, found.Type], source),
            new ClrShape(typeof(IReadOnlyList<>).MakeGenericType(value.DeclaredType), IsNullable: false, [value])));

    private BoundLoader Get(Delegate run, Type key, Type wanted, Func<object, ClrShape, ClrShape, BoundLoader> create)
    {
        if (_loaders.TryGetValue((run, key), out var known))
            return known;
        var bound = resolvers.Bind(run, new Parent(key.MakeArrayType()), field: null);
        if (bound.Returned.Type is not { IsGenericType: true } task || (task.GetGenericTypeDefinition() != typeof(Task<>) && task.GetGenericTypeDefinition() != typeof(ValueTask<>)))
            throw new DeclarationException($"{run.Method.Name} must return a Task of {wanted.Name[..^2]}.");
        var found = bound.Returned.Arguments[0];
        var generic = found.Type.IsGenericType && found.Type.GetGenericTypeDefinition() == wanted
            ? found.Type
            : Array.Find(found.Type.GetInterfaces(), candidate => candidate.IsGenericType && candidate.GetGenericTypeDefinition() == wanted);
        if (generic is null || generic.GetGenericArguments()[0] != key)
            throw new DeclarationException($"{run.Method.Name} must return a Task of {wanted.Name[..^2]}<{key.Name}, ...>.");
        var source = task.GetGenericTypeDefinition() == typeof(Task<>) ? Generic.New(typeof(TaskSource<>), [found.Type], bound.Source) : bound.Source;
        var value = found.Arguments.Count == 2 ? found.Arguments[1] : ClrShape.Of(generic.GetGenericArguments()[1]);
        return _loaders[(run, key)] = create(source, found, value);
    }
}
