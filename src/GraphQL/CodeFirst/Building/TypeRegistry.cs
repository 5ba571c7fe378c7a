using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.CodeFirst;

/// <summary>What the modules have declared, by CLR type, and the GraphQL types that grow from it.</summary>
internal sealed class TypeRegistry
{
    private readonly Dictionary<Type, TypeDeclaration> _composites = [];
    private readonly Dictionary<Type, GlobalIdDeclaration> _ids = [];
    private readonly Dictionary<Type, EnumType> _enums = [];
    private readonly Dictionary<string, NamedType> _byName = new(StringComparer.Ordinal);
    private readonly Queue<TypeDeclaration> _pending = new();

    public TypeRegistry(SchemaBuilder builder, Mistakes mistakes)
    {
        foreach (var type in builder.Types)
        {
            if (_composites.TryAdd(type.ClrType, type))
                _pending.Enqueue(type);
            else
                mistakes.Add(type.Name, $"{type.ClrType.Name} is shown by {_composites[type.ClrType].Name} already.", type.At);
        }

        foreach (var id in builder.GlobalIds)
        {
            if (!_ids.TryAdd(id.IdType, id))
                mistakes.Add(id.TypeName, $"{id.IdType.Name} is declared as a global id twice.", id.At);
        }

        foreach (var declared in builder.Enums)
            _enums[declared.ClrType] = CreateEnum(declared.ClrType, declared.Name, declared.Description);
    }

    public ScalarCatalog Scalars { get; } = new();

    /// <summary>All GraphQL types so far, in order of their first appearance.</summary>
    public List<NamedType> Types { get; } = [];

    public IEnumerable<TypeDeclaration> Composites => _composites.Values;

    public TypeDeclaration? Composite(Type type) => _composites.GetValueOrDefault(type);

    public GlobalIdDeclaration? GlobalId(Type type) => _ids.GetValueOrDefault(type);

    /// <summary>The node type that an id belongs to.</summary>
    public TypeDeclaration? NodeOf(Type idType) => _composites.Values.FirstOrDefault(type => type.Node?.IdType == idType);

    public EnumType Enum(Type type)
    {
        if (!_enums.TryGetValue(type, out var known))
            _enums[type] = known = CreateEnum(type, type.Name, null);
        return known;
    }

    /// <summary>Declares a record by convention that a signature mentions.</summary>
    public TypeDeclaration AddRecord(Type type)
    {
        var declaration = new TypeDeclaration { Name = type.Name, ClrType = type, Kind = TypeDeclarationKind.Record, At = default };
        _composites[type] = declaration;
        _pending.Enqueue(declaration);
        return declaration;
    }

    /// <summary>The next declared type whose fields are not built yet.</summary>
    public bool TryTake(out TypeDeclaration type) => _pending.TryDequeue(out type!);

    /// <summary>Adds a GraphQL type.</summary>
    public T Add<T>(T type)
        where T : NamedType
    {
        if (!_byName.TryAdd(type.Name, type))
            throw new DeclarationException($"There is a type {type.Name} already.");
        Types.Add(type);
        return type;
    }

    public NamedType? Find(string name) => _byName.GetValueOrDefault(name);

    private EnumType CreateEnum(Type type, string name, string? description)
    {
        var result = new EnumType(name) { Description = description };
        foreach (var value in System.Enum.GetValues(type))
            result.Values.Add(new EnumValue(Naming.EnumValue(value.ToString()!)) { Value = value });
        return Add(result);
    }
}
