namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>What the schema rules share while one schema is checked.</summary>
internal sealed class SchemaCheck(Schema schema, SchemaBuilder? builder)
{
    public Schema Schema { get; } = schema;

    /// <summary>What the schema was built from; it still knows root types of a wrong kind. Null for a schema checked afterwards.</summary>
    public SchemaBuilder? Builder { get; } = builder;

    public List<SchemaError> Errors { get; } = [];

    /// <summary>The types this schema defines itself.</summary>
    public IEnumerable<NamedType> Types => Schema.Types.Where(type => !type.IsBuiltIn);

    /// <summary>The directives this schema defines itself.</summary>
    public IEnumerable<DirectiveDefinition> Directives => Schema.Directives.Where(directive => !directive.IsBuiltIn);

    /// <summary>All arguments of fields and directives, in order.</summary>
    public IEnumerable<Argument> Arguments => Directives.SelectMany(directive => directive.Arguments)
        .Concat(Types.OfType<FieldsType>().SelectMany(type => type.Fields).SelectMany(member => member.Arguments));

    /// <summary>All fields of input objects, in order.</summary>
    public IEnumerable<InputField> InputFields => Types.OfType<InputObjectType>().SelectMany(type => type.Fields);

    /// <summary>Every named element of the schema, each before its members.</summary>
    public IEnumerable<INamedElement> Elements => Directives.SelectMany(directive => directive.Arguments.Prepend<INamedElement>(directive))
        .Concat(Types.SelectMany(type => MembersOf(type).Prepend<INamedElement>(type)));

    public void Report(string coordinate, string message) => Errors.Add(new SchemaError(coordinate, message));

    public void Report(INamedElement element, string message) => Report(element.Coordinate, message);

    /// <summary>Whether the type is of this schema and not a stand-in for an unknown one, which is reported already.</summary>
    public bool IsKnown(GraphQLType type) => type is not NamedType named || ReferenceEquals(Schema.FindType(named.Name), type);

    private static IEnumerable<INamedElement> MembersOf(NamedType type) => type switch
    {
        FieldsType fields => fields.Fields.SelectMany(field => field.Arguments.Prepend<INamedElement>(field)),
        EnumType values => values.Values,
        InputObjectType input => input.Fields,
        _ => [],
    };
}
