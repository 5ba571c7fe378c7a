namespace ServiceCrm.GraphQL.Types;

/// <summary>
/// Writes a schema as SDL: directives, then types, both in the order of the schema, so that the same schema always gives the same
/// text. Reading it back gives an equal schema; unlike graphql-js the printer keeps custom directives where they were applied.
/// </summary>
public static class SdlPrinter
{
    /// <summary>Everything but the built-in scalars, directives and introspection types.</summary>
    public static string Print(Schema schema)
    {
        var parts = new List<string>();
        if (PrintSchemaDefinition(schema) is { } definition)
            parts.Add(definition);

        parts.AddRange(schema.Directives.Where(directive => !directive.IsBuiltIn).Select(PrintDirective));
        parts.AddRange(schema.Types.Where(type => !type.IsBuiltIn).Select(PrintType));
        return string.Join("\n\n", parts) + "\n";
    }

    /// <summary>The definition of one type.</summary>
    public static string PrintType(NamedType type) => Description(type) + type switch
    {
        ScalarType scalar => "scalar " + scalar.Name + Applied("specifiedBy", "url", scalar.SpecifiedByUrl) + Applied(scalar),
        FieldsType fields => (fields is ObjectType ? "type " : "interface ") + fields.Name + Implements(fields) + Applied(fields) + Block(fields.Fields, PrintField),
        UnionType union => "union " + union.Name + Applied(union) + (union.PossibleTypes.IsEmpty ? string.Empty : " = " + string.Join(" | ", union.PossibleTypes)),
        EnumType values => "enum " + values.Name + Applied(values) + Block(values.Values, value => value.Name + Deprecated(value) + Applied(value)),
        InputObjectType input => "input " + input.Name + (input.IsOneOf ? " @oneOf" : string.Empty) + Applied(input) + Block(input.Fields, PrintInput),
        _ => throw new ArgumentException($"Unknown kind of type {type.Kind}.", nameof(type)),
    };

    /// <summary>The definition of a directive.</summary>
    public static string PrintDirective(DirectiveDefinition directive) =>
        Description(directive) + "directive @" + directive.Name + PrintArguments(directive.Arguments, string.Empty) + Deprecated(directive) + Applied(directive)
        + (directive.IsRepeatable ? " repeatable" : string.Empty) + " on " + string.Join(" | ", directive.Locations.Select(location => location.ToName()));

    private static string? PrintSchemaDefinition(Schema schema)
    {
        (string Keyword, string DefaultName, ObjectType? Type)[] roots =
        [
            ("query", "Query", schema.QueryType), ("mutation", "Mutation", schema.MutationType), ("subscription", "Subscription", schema.SubscriptionType),
        ];
        var usesDefaultNames = roots.All(root => ReferenceEquals(root.Type, schema.FindType(root.DefaultName)));
        if (roots.All(root => root.Type is null) || (usesDefaultNames && schema.Description is null && schema.AppliedDirectives.IsEmpty))
            return null;

        var lines = roots.Where(root => root.Type is not null).Select(root => $"  {root.Keyword}: {root.Type}\n");
        return Description(schema) + "schema" + Applied(schema) + " {\n" + string.Concat(lines) + "}";
    }

    private static string PrintField(Field field) =>
        field.Name + PrintArguments(field.Arguments, "  ") + ": " + field.Type + Deprecated(field) + Applied(field);

    private static string PrintInput(InputValue input) =>
        input.Name + ": " + input.Type + (input.DefaultValue is null ? string.Empty : " = " + input.DefaultValue) + Deprecated(input) + Applied(input);

    private static string PrintArguments(MemberList<Argument> arguments, string indentation)
    {
        if (arguments.Count == 0)
            return string.Empty;

        if (arguments.All(argument => argument.Description is null))
            return "(" + string.Join(", ", arguments.Select(PrintInput)) + ")";

        return "(\n" + Lines(arguments, PrintInput, indentation + "  ") + "\n" + indentation + ")";
    }

    private static string Implements(FieldsType type) => type.Interfaces.IsEmpty ? string.Empty : " implements " + string.Join(" & ", type.Interfaces);

    private static string Block<T>(MemberList<T> members, Func<T, string> print)
        where T : SchemaMember => members.Count == 0 ? string.Empty : " {\n" + Lines(members, print, "  ") + "\n}";

    private static string Lines<T>(MemberList<T> members, Func<T, string> print, string indentation)
        where T : SchemaMember
    {
        var result = new StringBuilder();
        foreach (var member in members)
        {
            if (result.Length > 0)
                result.Append(member.Description is null ? "\n" : "\n\n");

            result.Append(indentation).Append(Description(member).Replace("\n", "\n" + indentation, StringComparison.Ordinal)).Append(print(member));
        }

        return result.ToString();
    }

    private static string Description(INamedElement element) => element.Description is not { } text ? string.Empty
        : (BlockStrings.CanPrint(text) ? BlockStrings.Print(text) : Printer.QuoteString(text)) + "\n";

    private static string Deprecated(SchemaMember member) =>
        string.Equals(member.DeprecationReason, BuiltInDirectives.DefaultDeprecationReason, StringComparison.Ordinal)
            ? " @deprecated"
            : Applied("deprecated", "reason", member.DeprecationReason);

    private static string Applied(string directive, string argument, string? value) =>
        value is null ? string.Empty : $" @{directive}({argument}: {Printer.QuoteString(value)})";

    /// <summary>What is left when deprecation, specification and oneOf are printed from the properties they have become.</summary>
    private static string Applied(INamedElement element) => string.Concat(
        element.AppliedDirectives.Where(directive => directive.Name.Value is not ("deprecated" or "specifiedBy" or "oneOf")).Select(directive => " " + directive));
}
