namespace ServiceCrm.GraphQL.Language;

/// <summary>Where a directive may stand (spec section 3.13), executable places first.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "OBJECT is the specification's word.")]
public enum DirectiveLocation
{
    Query,
    Mutation,
    Subscription,
    Field,
    FragmentDefinition,
    FragmentSpread,
    InlineFragment,
    VariableDefinition,
    FragmentVariableDefinition,
    Schema,
    Scalar,
    Object,
    FieldDefinition,
    ArgumentDefinition,
    Interface,
    Union,
    Enum,
    EnumValue,
    InputObject,
    InputFieldDefinition,
    DirectiveDefinition,
}

/// <summary>The names of <see cref="DirectiveLocation"/> in GraphQL.</summary>
public static class DirectiveLocations
{
    private static readonly string[] Names =
    [
        "QUERY", "MUTATION", "SUBSCRIPTION", "FIELD", "FRAGMENT_DEFINITION", "FRAGMENT_SPREAD", "INLINE_FRAGMENT",
        "VARIABLE_DEFINITION", "FRAGMENT_VARIABLE_DEFINITION", "SCHEMA", "SCALAR", "OBJECT", "FIELD_DEFINITION",
        "ARGUMENT_DEFINITION", "INTERFACE", "UNION", "ENUM", "ENUM_VALUE", "INPUT_OBJECT", "INPUT_FIELD_DEFINITION",
        "DIRECTIVE_DEFINITION",
    ];

    private static readonly Dictionary<string, DirectiveLocation> ByName =
        Names.Select((name, index) => KeyValuePair.Create(name, (DirectiveLocation)index)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The name in capital letters.</summary>
    public static string ToName(this DirectiveLocation location) => Names[(int)location];

    /// <summary>Finds the location of a name.</summary>
    public static bool TryParse(string name, out DirectiveLocation location) => ByName.TryGetValue(name, out location);
}
