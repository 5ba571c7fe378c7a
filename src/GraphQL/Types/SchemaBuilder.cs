namespace ServiceCrm.GraphQL.Types;

/// <summary>
/// Collects types and directives, from SDL or from code, and turns them into a <see cref="Schema"/>. Types may mention each other
/// directly or by <see cref="TypeReference"/>; types that are only mentioned directly need not be added.
/// </summary>
public sealed class SchemaBuilder
{
    /// <summary>Documentation of the schema, or null.</summary>
    public string? Description { get; set; }

    /// <summary>Directives written at the schema itself.</summary>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; set; } = [];

    /// <summary>The entry of queries: an <see cref="ObjectType"/> or a reference to one.</summary>
    public GraphQLType? Query { get; set; }

    /// <summary>The entry of mutations, or null.</summary>
    public GraphQLType? Mutation { get; set; }

    /// <summary>The entry of subscriptions, or null.</summary>
    public GraphQLType? Subscription { get; set; }

    /// <summary>Named types; their order is the order in which the schema lists and prints them.</summary>
    public IList<NamedType> Types { get; } = [];

    /// <summary>Directives besides the built-in ones; one with the name of a built-in directive takes its place.</summary>
    public IList<DirectiveDefinition> Directives { get; } = [];

    /// <summary>Mistakes that reading SDL has found.</summary>
    internal List<SchemaError> Errors { get; } = [];

    /// <summary>The added type of that name, or null.</summary>
    public NamedType? FindType(string name) => Types.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.Ordinal));

    /// <summary>Resolves all references, freezes the types and checks the rules of chapter 3.</summary>
    /// <exception cref="SchemaException">With every mistake found.</exception>
    public Schema Build()
    {
        var schema = Link(out var errors);
        errors.AddRange(SchemaRules.Check(schema, this));
        return errors.Count == 0 ? schema : throw new SchemaException(errors);
    }

    /// <summary>Like <see cref="Build"/> without the rules of chapter 3: for schemas that something else has checked.</summary>
    /// <exception cref="SchemaException">A type is unknown or defined twice.</exception>
    public Schema BuildUnchecked()
    {
        var schema = Link(out var errors);
        return errors.Count == 0 ? schema : throw new SchemaException(errors);
    }

    private Schema Link(out List<SchemaError> errors)
    {
        var resolution = new TypeResolution(this);
        var types = resolution.Run();
        errors = [.. Errors, .. resolution.Errors];
        var directives = Directives.Concat(BuiltInDirectives.All.Where(builtIn => !Directives.Any(own => Same(own.Name, builtIn.Name)))).ToImmutableArray();
        LinkAbstractTypes(types);
        var schema = new Schema(this, types, directives);
        foreach (var element in types.Concat<SchemaElement>(directives).Where(element => !element.IsFrozen))
            element.Freeze();

        schema.Freeze();
        return schema;
    }

    private static void LinkAbstractTypes(IReadOnlyList<NamedType> types)
    {
        var fieldsTypes = types.OfType<FieldsType>().Where(type => !type.IsBuiltIn).ToList();
        foreach (var type in fieldsTypes)
            type.Interfaces = [.. type.InterfaceReferences.OfType<InterfaceType>()];

        var implementations = fieldsTypes.SelectMany(type => type.Interfaces, (type, implemented) => (type, implemented)).ToLookup(pair => pair.implemented, pair => pair.type);
        foreach (var type in fieldsTypes.OfType<InterfaceType>())
        {
            type.SetPossibleTypes([.. implementations[type].OfType<ObjectType>()]);
            type.ImplementingInterfaces = [.. implementations[type].OfType<InterfaceType>()];
        }

        foreach (var union in types.OfType<UnionType>())
            union.SetPossibleTypes([.. union.MemberReferences.OfType<ObjectType>()]);
    }

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.Ordinal);
}
