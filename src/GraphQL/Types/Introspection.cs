namespace ServiceCrm.GraphQL.Types;

/// <summary>The arguments that introspection fields can have.</summary>
/// <param name="IncludeDeprecated">Of lists; false unless given.</param>
/// <param name="Name">Of <c>__type</c>.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct IntrospectionArguments(bool IncludeDeprecated = false, string? Name = null);

/// <summary>
/// The value of an introspection field: a plain function over the type model. Every field of the introspection types has one as
/// its <see cref="Field.Resolver"/>; lists come as <c>IReadOnlyList&lt;object&gt;</c>, enums as the values of their <see cref="EnumValue"/>s.
/// </summary>
public delegate object? IntrospectionResolver(Schema schema, object source, IntrospectionArguments arguments);

/// <summary>The types that describe a schema (spec section 4.2). They are ordinary types, frozen and shared by all schemas.</summary>
public static class Introspection
{
    public static EnumType TypeKindEnum { get; } = IntrospectionTypes.CreateTypeKind();

    public static EnumType DirectiveLocationEnum { get; } = IntrospectionTypes.CreateDirectiveLocation();

    public static ObjectType SchemaType { get; } = new("__Schema") { IsBuiltIn = true, Description = IntrospectionTypes.SchemaDescription };

    public static ObjectType TypeType { get; } = new("__Type") { IsBuiltIn = true, Description = IntrospectionTypes.TypeDescription };

    public static ObjectType FieldType { get; } = new("__Field") { IsBuiltIn = true, Description = IntrospectionTypes.FieldDescription };

    public static ObjectType InputValueType { get; } = new("__InputValue") { IsBuiltIn = true, Description = IntrospectionTypes.InputValueDescription };

    public static ObjectType EnumValueType { get; } = new("__EnumValue") { IsBuiltIn = true, Description = IntrospectionTypes.EnumValueDescription };

    public static ObjectType DirectiveType { get; } = new("__Directive") { IsBuiltIn = true, Description = IntrospectionTypes.DirectiveDescription };

    /// <summary>All introspection types.</summary>
    public static ImmutableArray<NamedType> Types { get; } =
        [SchemaType, DirectiveType, DirectiveLocationEnum, TypeType, FieldType, InputValueType, EnumValueType, TypeKindEnum];

    /// <summary><c>__schema</c> of the query type.</summary>
    public static Field SchemaField { get; } = new("__schema", SchemaType.NonNull())
    {
        Description = "Access the current type schema of this server.",
        Resolver = (IntrospectionResolver)((schema, _, _) => schema),
    };

    /// <summary><c>__type(name:)</c> of the query type.</summary>
    public static Field TypeField { get; } = new("__type", TypeType)
    {
        Description = "Request the type information of a single type.",
        Resolver = (IntrospectionResolver)((schema, _, arguments) => schema.FindType(arguments.Name ?? string.Empty)),
    };

    /// <summary><c>__typename</c> of every composite type; its value depends on the object, so the execution layer gives it.</summary>
    public static Field TypeNameField { get; } = new("__typename", BuiltInScalars.String.NonNull())
    {
        Description = "The name of the current Object type at runtime.",
    };

    static Introspection()
    {
        IntrospectionTypes.AddFields();
        TypeField.Arguments.Add(new Argument("name", BuiltInScalars.String.NonNull()));
        foreach (var element in Types.Concat<SchemaElement>([SchemaField, TypeField, TypeNameField]))
            element.Freeze();
    }

    /// <summary>The introspection type of that name, or null.</summary>
    public static NamedType? Find(string name) => Types.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.Ordinal));
}
