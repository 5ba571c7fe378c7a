using System.Collections.Concurrent;
using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL;

/// <summary>A checked schema together with how its fields are resolved.</summary>
public sealed class GraphQLSchema
{
    private readonly ConcurrentDictionary<Field, FieldRuntime> _runtimes = new(ReferenceEqualityComparer.Instance);
    private readonly Func<ObjectType, Field, Delegate>? _resolvers;
    private readonly ITypeResolver _types;

    internal GraphQLSchema(string name, Schema types, ITypeResolver typeResolver)
    {
        Name = name;
        Types = types;
        _types = typeResolver;
    }

    /// <summary>A schema from SDL: every field is resolved by a function, every object of an abstract type is named by one.</summary>
    /// <param name="types">The type system.</param>
    /// <param name="resolvers">The function of a field: a <see cref="DynamicResolver"/> or an <see cref="AsyncDynamicResolver"/>.</param>
    /// <param name="typeNameOf">The object type of a value at an abstract position.</param>
    public GraphQLSchema(Schema types, Func<ObjectType, Field, Delegate> resolvers, Func<CompositeType, object, string?> typeNameOf)
    {
        Name = "sdl";
        Types = types;
        _resolvers = resolvers;
        _types = new TypeResolverDelegate(typeNameOf);
    }

    /// <summary>For logs.</summary>
    public string Name { get; }

    /// <summary>The type system.</summary>
    public Schema Types { get; }

    internal ITypeResolver TypeResolver => _types;

    internal FieldRuntime RuntimeOf(ObjectType type, Field field) => field.Resolver switch
    {
        FieldRuntime runtime => runtime,
        IntrospectionResolver resolver => _runtimes.GetOrAdd(field, new IntrospectionRuntime(Types, field, resolver)),
        _ when _resolvers is not null => _runtimes.GetOrAdd(field, added => new DynamicRuntime(added, _resolvers(type, added))),
        _ => throw new InvalidOperationException($"{field.Coordinate} has no resolver."),
    };
}
