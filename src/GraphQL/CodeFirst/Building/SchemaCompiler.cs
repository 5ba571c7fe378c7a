using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;
using TypeSystem = ServiceCrm.GraphQL.Types.SchemaBuilder;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>Builds a schema from declarations: reflection happens here, once, and every mistake is reported in one go.</summary>
internal sealed class SchemaCompiler
{
    private readonly SchemaBuilder _builder;
    private readonly Mistakes _mistakes = new();
    private readonly TypeRegistry _registry;
    private readonly OutputTypes _outputs;
    private readonly ResolverFactory _resolvers;
    private readonly LoaderFactory _loaders;
    private readonly FieldCompiler _fields;

    public SchemaCompiler(SchemaBuilder builder)
    {
        _builder = builder;
        if (builder.Mutations.Count > 0)
            ErrorTypes.DeclareIn(builder);
        _registry = new TypeRegistry(builder, _mistakes);
        _outputs = new OutputTypes(_registry);
        _resolvers = new ResolverFactory(builder, new InputTypes(_registry));
        _loaders = new LoaderFactory(_resolvers);
        _fields = new FieldCompiler(_registry, _outputs, _resolvers, _loaders);
    }

    public GraphQLSchema Compile()
    {
        CheckExtensions();
        var query = Root("Query", _builder.Queries, Query);
        _fields.Nodes = new NodeFields(_registry, _loaders, _mistakes);
        _fields.Nodes.AddTo(query);
        var mutations = new MutationCompiler(_builder, _registry, _outputs, _resolvers);
        var mutation = Root("Mutation", _builder.Mutations, mutations.Compile);
        var subscription = Root("Subscription", _builder.Subscriptions, Subscription);
        new CompositeCompiler(_builder, _registry, _outputs, _fields, _mistakes).CompileAll();
        return Finish(query, mutation, subscription);
    }

    private GraphQLSchema Finish(ObjectType query, ObjectType mutation, ObjectType subscription)
    {
        if (_mistakes.Found.Count > 0)
            throw new SchemaMistakesException(_mistakes.Found);
        var types = new TypeSystem
        {
            Query = query,
            Mutation = mutation.Fields.Count > 0 ? mutation : null,
            Subscription = subscription.Fields.Count > 0 ? subscription : null,
        };
        foreach (var directive in Directives())
            types.Directives.Add(directive);
        types.Types.Add(query);
        foreach (var type in _registry.Types)
            types.Types.Add(type);

        try
        {
            return new GraphQLSchema(_builder.Name, types.Build(), new ClrTypeResolver(_registry));
        }
        catch (SchemaException invalid)
        {
            throw new SchemaMistakesException([.. invalid.Errors.Select(error => new SchemaMistake(error.Coordinate, error.Message, Place(error.Coordinate)))]);
        }
    }

    private DirectiveDefinition[] Directives() => _builder.IncrementalDelivery
        ? [CostDirectives.Cost, CostDirectives.ListSize, BuiltInDirectives.Defer, BuiltInDirectives.Stream]
        : [CostDirectives.Cost, CostDirectives.ListSize];

    private ObjectType Root(string name, List<FieldDeclaration> declared, Func<FieldDeclaration, Field> compile)
    {
        var type = new ObjectType(name);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in declared)
        {
            var coordinate = $"{name}.{field.Name}";
            if (!names.Add(field.Name))
                _mistakes.Add(coordinate, "The field is declared twice.", field.At);
            else
                _mistakes.Try(coordinate, field.At, () => type.Fields.Add(compile(field)));
        }

        return type;
    }

    private Field Query(FieldDeclaration declared) => _fields.Compile(declared, new Parent(typeof(RootValue)));

    private Field Subscription(FieldDeclaration declared)
    {
        var field = new Field(declared.Name, BuiltInScalars.Boolean) { Description = declared.Description, DeprecationReason = declared.DeprecationReason };
        var bound = _resolvers.Bind(declared.Run!, null, field);
        if (!bound.Returned.Type.IsGenericType || bound.Returned.Type.GetGenericTypeDefinition() != typeof(IAsyncEnumerable<>))
            throw new DeclarationException($"{declared.Run!.Method.Name} must return IAsyncEnumerable<T>.");
        var output = _outputs.Of(bound.Returned.Arguments[0], fails: !string.IsNullOrEmpty(declared.Permission));
        field.Type = output.Type;
        field.Resolver = FieldCompiler.New(typeof(SubscriptionRuntime<>), [output.ValueType], declared, bound.Source, output.Shape);
        return field;
    }

    private void CheckExtensions()
    {
        foreach (var extension in _builder.Extensions.Where(extension => _registry.NodeOf(extension.IdType) is null))
            _mistakes.Add(extension.IdType.Name, "No type is declared as the node of this id, so its fields have no place.", extension.At);
    }

    // Rules of the type system name a coordinate; the declaration behind it is what the author can change.
    private string Place(string coordinate)
    {
        var parts = coordinate.Split('.', '(');
        var declared = _builder.Types.Find(type => string.Equals(type.Name, parts[0], StringComparison.Ordinal));
        var fields = parts[0] switch
        {
            "Query" => _builder.Queries,
            "Mutation" => _builder.Mutations,
            "Subscription" => _builder.Subscriptions,
            _ => declared?.Fields,
        };
        var field = parts.Length > 1 ? fields?.Find(candidate => string.Equals(candidate.Name, parts[1], StringComparison.Ordinal)) : null;
        return (field?.At ?? declared?.At)?.ToString() ?? string.Empty;
    }
}
