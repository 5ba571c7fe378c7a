using System.Collections.Concurrent;
using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>The object type of a value is the one declared for its CLR type, or for the nearest base type that has one.</summary>
internal sealed class ClrTypeResolver : ITypeResolver
{
    private readonly Dictionary<Type, string> _declared;
    private readonly ConcurrentDictionary<Type, string?> _known = new();

    public ClrTypeResolver(TypeRegistry registry) => _declared = registry.Composites
        .Where(type => type.Kind is TypeDeclarationKind.Object or TypeDeclarationKind.Record)
        .ToDictionary(type => type.ClrType, type => type.Name);

    public string? TypeNameOf(CompositeType type, object value) => _known.GetOrAdd(value.GetType(), Find);

    private string? Find(Type type)
    {
        for (var candidate = type; candidate is not null; candidate = candidate.BaseType)
        {
            if (_declared.TryGetValue(candidate, out var name))
                return name;
        }

        return type.IsAssignableTo(typeof(IUserError)) ? ErrorTypes.GenericName : null;
    }
}
