using static ServiceCrm.GraphQL.Types.Introspection;

namespace ServiceCrm.GraphQL.Types;

/// <summary>Fields and texts of the <see cref="Introspection"/> types, in the order and words of graphql-js 17.</summary>
internal static class IntrospectionTypes
{
    public const string SchemaDescription =
        "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations.";

    public const string DirectiveDescription =
        "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional information to the executor.";

    public const string TypeDescription =
        "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.";

    public const string FieldDescription =
        "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type.";

    public const string InputValueDescription =
        "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value.";

    public const string EnumValueDescription =
        "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string.";

    private static NonNullType Text => BuiltInScalars.String.NonNull();

    private static NonNullType Flag => BuiltInScalars.Boolean.NonNull();

    public static EnumType CreateTypeKind()
    {
        var type = new EnumType("__TypeKind") { IsBuiltIn = true, Description = "An enum describing what kind of type a given `__Type` is." };
        type.Values.AddRange(
            Value(TypeKind.Scalar, "SCALAR", "a scalar."),
            Value(TypeKind.Object, "OBJECT", "an object. `fields` and `interfaces` are valid fields."),
            Value(TypeKind.Interface, "INTERFACE", "an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields."),
            Value(TypeKind.Union, "UNION", "a union. `possibleTypes` is a valid field."),
            Value(TypeKind.Enum, "ENUM", "an enum. `enumValues` is a valid field."),
            Value(TypeKind.InputObject, "INPUT_OBJECT", "an input object. `inputFields` is a valid field."),
            Value(TypeKind.List, "LIST", "a list. `ofType` is a valid field."),
            Value(TypeKind.NonNull, "NON_NULL", "a non-null. `ofType` is a valid field."));
        return type;

        static EnumValue Value(TypeKind kind, string name, string what) => new(name) { Value = kind, Description = "Indicates this type is " + what };
    }

    public static EnumType CreateDirectiveLocation()
    {
        var type = new EnumType("__DirectiveLocation")
        {
            IsBuiltIn = true,
            Description = "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.",
        };
        foreach (var location in Enum.GetValues<DirectiveLocation>())
            type.Values.Add(new EnumValue(location.ToName()) { Value = location, Description = $"Location adjacent to {Place(location)}." });

        return type;
    }

    public static void AddFields()
    {
        AddSchemaFields();
        AddTypeFields();
        AddFieldFields();
        AddInputValueFields();
        AddDirectiveFields();
        Add<EnumValue>(EnumValueType, "name", Text, value => value.Name);
        Add<EnumValue>(EnumValueType, "description", BuiltInScalars.String, value => value.Description);
        AddDeprecation(EnumValueType);
    }

    private static void AddSchemaFields()
    {
        Add<Schema>(SchemaType, "description", BuiltInScalars.String, schema => schema.Description);
        Add<Schema>(SchemaType, "types", ListOf(TypeType).NonNull(), schema => schema.Types, "A list of all types supported by this server.");
        Add<Schema>(SchemaType, "queryType", TypeType.NonNull(), schema => schema.QueryType, "The type that query operations will be rooted at.");
        Add<Schema>(SchemaType, "mutationType", TypeType, schema => schema.MutationType, "If this server supports mutation, the type that mutation operations will be rooted at.");
        Add<Schema>(SchemaType, "subscriptionType", TypeType, schema => schema.SubscriptionType, "If this server support subscription, the type that subscription operations will be rooted at.");
        AddList<Schema>(SchemaType, "directives", ListOf(DirectiveType).NonNull(), schema => schema.Directives).Description = "A list of all directives supported by this server.";
    }

    private static void AddTypeFields()
    {
        Add<GraphQLType>(TypeType, "kind", TypeKindEnum.NonNull(), type => type.Kind);
        Add<GraphQLType>(TypeType, "name", BuiltInScalars.String, type => (type as NamedType)?.Name);
        Add<GraphQLType>(TypeType, "description", BuiltInScalars.String, type => (type as NamedType)?.Description);
        Add<GraphQLType>(TypeType, "specifiedByURL", BuiltInScalars.String, type => (type as ScalarType)?.SpecifiedByUrl);
        AddList<GraphQLType>(TypeType, "fields", ListOf(FieldType), type => (type as FieldsType)?.Fields);
        Add<GraphQLType>(TypeType, "interfaces", ListOf(TypeType), type => (type as FieldsType)?.Interfaces);
        Add<GraphQLType>(TypeType, "possibleTypes", ListOf(TypeType), type => type is CompositeType { IsAbstract: true } composite ? composite.PossibleTypes : null);
        AddList<GraphQLType>(TypeType, "enumValues", ListOf(EnumValueType), type => (type as EnumType)?.Values);
        AddList<GraphQLType>(TypeType, "inputFields", ListOf(InputValueType), type => (type as InputObjectType)?.Fields);
        Add<GraphQLType>(TypeType, "ofType", TypeType, type => (type as ListType)?.ItemType ?? (type as NonNullType)?.InnerType);
        Add<GraphQLType>(TypeType, "isOneOf", BuiltInScalars.Boolean, type => (type as InputObjectType)?.IsOneOf);
    }

    private static void AddFieldFields()
    {
        Add<Field>(FieldType, "name", Text, field => field.Name);
        Add<Field>(FieldType, "description", BuiltInScalars.String, field => field.Description);
        AddList<Field>(FieldType, "args", ListOf(InputValueType).NonNull(), field => field.Arguments);
        Add<Field>(FieldType, "type", TypeType.NonNull(), field => field.Type);
        AddDeprecation(FieldType);
    }

    private static void AddInputValueFields()
    {
        Add<InputValue>(InputValueType, "name", Text, input => input.Name);
        Add<InputValue>(InputValueType, "description", BuiltInScalars.String, input => input.Description);
        Add<InputValue>(InputValueType, "type", TypeType.NonNull(), input => input.Type);
        Add<InputValue>(
            InputValueType,
            "defaultValue",
            BuiltInScalars.String,
            input => input.DefaultValue?.ToString(),
            "A GraphQL-formatted string representing the default value for this input value.");
        AddDeprecation(InputValueType);
    }

    private static void AddDirectiveFields()
    {
        Add<DirectiveDefinition>(DirectiveType, "name", Text, directive => directive.Name);
        Add<DirectiveDefinition>(DirectiveType, "description", BuiltInScalars.String, directive => directive.Description);
        Add<DirectiveDefinition>(DirectiveType, "isRepeatable", Flag, directive => directive.IsRepeatable);
        Add<DirectiveDefinition>(DirectiveType, "locations", ListOf(DirectiveLocationEnum).NonNull(), directive => directive.Locations.Select(location => (object)location).ToList());
        AddList<DirectiveDefinition>(DirectiveType, "args", ListOf(InputValueType).NonNull(), directive => directive.Arguments);
        AddDeprecation(DirectiveType);
    }

    private static void AddDeprecation(ObjectType type)
    {
        Add<SchemaMember>(type, "isDeprecated", Flag, member => member.IsDeprecated);
        Add<SchemaMember>(type, "deprecationReason", BuiltInScalars.String, member => member.DeprecationReason);
    }

    private static void Add<T>(ObjectType type, string name, GraphQLType fieldType, Func<T, object?> read, string? description = null)
        where T : SchemaElement =>
        type.Fields.Add(new Field(name, fieldType) { Description = description, Resolver = (IntrospectionResolver)((_, source, _) => read((T)source)) });

    /// <summary>A list that hides deprecated members unless <c>includeDeprecated</c> is given.</summary>
    private static Field AddList<T>(ObjectType type, string name, GraphQLType fieldType, Func<T, IReadOnlyList<SchemaMember>?> read)
        where T : SchemaElement
    {
        var field = new Field(name, fieldType)
        {
            Resolver = (IntrospectionResolver)((_, source, arguments) =>
            {
                var members = read((T)source);
                return arguments.IncludeDeprecated ? members : members?.Where(member => !member.IsDeprecated).ToList();
            }),
        };
        field.Arguments.Add(new Argument("includeDeprecated", Flag) { DefaultValue = new BooleanValueNode(default, false) });
        type.Fields.Add(field);
        return field;
    }

    private static ListType ListOf(NamedType type) => type.NonNull().List();

    private static string Place(DirectiveLocation location) => location switch
    {
        DirectiveLocation.Query or DirectiveLocation.Mutation or DirectiveLocation.Subscription => $"a {Words(location)} operation",
        DirectiveLocation.InlineFragment => "an inline fragment",
        DirectiveLocation.VariableDefinition => "an operation variable definition",
        DirectiveLocation.Object or DirectiveLocation.InputObject => $"an {Words(location)} type definition",
        DirectiveLocation.ArgumentDefinition => "an argument definition",
        DirectiveLocation.Interface or DirectiveLocation.Enum => $"an {Words(location)} definition",
        DirectiveLocation.EnumValue => "an enum value definition",
        DirectiveLocation.InputFieldDefinition => "an input object field definition",
        DirectiveLocation.Schema or DirectiveLocation.Scalar or DirectiveLocation.Union => $"a {Words(location)} definition",
        _ => $"a {Words(location)}",
    };

    private static string Words(DirectiveLocation location) => location.ToName().Replace('_', ' ').ToLowerInvariant();
}
