namespace ServiceCrm.GraphQL.Types;

/// <summary>A built type system (spec section 3.3): immutable, with constant-time lookups. Made by <see cref="SchemaBuilder"/>.</summary>
public sealed class Schema : SchemaElement, INamedElement
{
    private readonly Dictionary<string, NamedType> _types;
    private readonly Dictionary<string, DirectiveDefinition> _directives;

    internal Schema(SchemaBuilder builder, IReadOnlyList<NamedType> types, ImmutableArray<DirectiveDefinition> directives)
    {
        Description = builder.Description;
        AppliedDirectives = builder.AppliedDirectives;
        QueryType = builder.Query as ObjectType;
        MutationType = builder.Mutation as ObjectType;
        SubscriptionType = builder.Subscription as ObjectType;
        Types = [.. types];
        Directives = directives;
        _types = types.ToDictionary(type => type.Name, StringComparer.Ordinal);
        _directives = directives.DistinctBy(directive => directive.Name, StringComparer.Ordinal).ToDictionary(directive => directive.Name, StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public string? Description { get; }

    /// <inheritdoc/>
    public ImmutableArray<DirectiveNode> AppliedDirectives { get; }

    /// <summary>The entry of queries; only a schema that breaks <see cref="SchemaRules"/> has none.</summary>
    public ObjectType? QueryType { get; }

    /// <summary>The entry of mutations, or null.</summary>
    public ObjectType? MutationType { get; }

    /// <summary>The entry of subscriptions, or null.</summary>
    public ObjectType? SubscriptionType { get; }

    /// <summary>All named types: those of the builder in order, each followed by what only it mentions, then introspection.</summary>
    public ImmutableArray<NamedType> Types { get; }

    /// <summary>All directives: those of the builder, then the missing built-in ones.</summary>
    public ImmutableArray<DirectiveDefinition> Directives { get; }

    string INamedElement.Name => "schema";

    string INamedElement.Coordinate => "schema";

    /// <summary>The type of that name, or null.</summary>
    public NamedType? FindType(string name) => _types.GetValueOrDefault(name);

    /// <summary>The directive of that name, or null.</summary>
    public DirectiveDefinition? FindDirective(string name) => _directives.GetValueOrDefault(name);

    /// <summary>The entry of a kind of operation, or null.</summary>
    public ObjectType? RootType(OperationType operation) => operation switch
    {
        OperationType.Query => QueryType,
        OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };

    /// <summary>The field of that name, or null; knows <c>__typename</c>, and <c>__schema</c> and <c>__type</c> on the query type.</summary>
    public Field? FindField(CompositeType parent, string name) =>
        name.StartsWith("__", StringComparison.Ordinal) ? FindMetaField(parent, name) ?? parent.FindField(name) : parent.FindField(name);

    /// <summary>The type that a type reference of a document means, or null when a name is unknown.</summary>
    public GraphQLType? FindType(TypeNode node) => node switch
    {
        NamedTypeNode named => FindType(named.Name.Value),
        ListTypeNode list => FindType(list.Type)?.List(),
        NonNullTypeNode nonNull => FindType(nonNull.Type)?.NonNull(),
        _ => null,
    };

    /// <summary>The element that a coordinate names, or null (spec section 3.14.1).</summary>
    public SchemaElement? Find(SchemaCoordinate coordinate)
    {
        if (coordinate.IsDirective)
        {
            var directive = FindDirective(coordinate.Name);
            return coordinate.Argument is null ? directive : directive?.Arguments.Find(coordinate.Argument);
        }

        var type = FindType(coordinate.Name);
        if (coordinate.Member is null)
            return type;

        if (coordinate.Argument is not null)
            return type is CompositeType composite ? FindField(composite, coordinate.Member)?.Arguments.Find(coordinate.Argument) : null;

        return type switch
        {
            CompositeType composite => FindField(composite, coordinate.Member),
            InputObjectType input => input.Fields.Find(coordinate.Member),
            EnumType values => values.Values.Find(coordinate.Member),
            _ => null,
        };
    }

    private Field? FindMetaField(CompositeType parent, string name) => name switch
    {
        "__typename" => Introspection.TypeNameField,
        "__schema" when ReferenceEquals(parent, QueryType) => Introspection.SchemaField,
        "__type" when ReferenceEquals(parent, QueryType) => Introspection.TypeField,
        _ => null,
    };
}
