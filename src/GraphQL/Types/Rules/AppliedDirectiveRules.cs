namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>Directives in the schema exist, stand where they may, once, and with the arguments they need (spec sections 3.13 and 5.7).</summary>
internal static class AppliedDirectiveRules
{
    public static void Check(SchemaCheck check)
    {
        CheckElement(check, check.Schema, DirectiveLocation.Schema);
        foreach (var element in check.Elements)
            CheckElement(check, element, LocationOf(element));
    }

    private static void CheckElement(SchemaCheck check, INamedElement element, DirectiveLocation location)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var applied in element.AppliedDirectives)
        {
            var name = applied.Name.Value;
            if (check.Schema.FindDirective(name) is not { } directive)
            {
                check.Report(element, $"Unknown directive \"@{name}\".");
                continue;
            }

            if (!directive.Locations.Contains(location))
                check.Report(element, $"Directive \"@{name}\" may not be used on {location.ToName()}.");

            if (!seen.Add(name) && !directive.IsRepeatable)
                check.Report(element, $"The directive \"@{name}\" can only be used once at this location.");

            CheckArguments(check, element, directive, applied.Arguments);
        }
    }

    private static void CheckArguments(SchemaCheck check, INamedElement element, DirectiveDefinition directive, ImmutableArray<ArgumentNode> arguments)
    {
        var literals = new LiteralValidation((message, _) => check.Report(element, message));
        var given = new HashSet<string>(StringComparer.Ordinal);
        foreach (var argument in arguments)
        {
            if (!given.Add(argument.Name.Value))
                check.Report(element, $"There can be only one argument named \"{argument.Name}\".");

            if (directive.Arguments.Find(argument.Name.Value) is not { } definition)
                check.Report(element, $"Unknown argument \"{argument.Name}\" on directive \"{directive}\".");
            else if (definition.Type.IsInput)
                literals.Check(argument.Value, definition.Type);
        }

        foreach (var missing in directive.Arguments.Where(definition => definition.IsRequired && !given.Contains(definition.Name)))
            check.Report(element, $"Argument \"{missing}\" of type \"{missing.Type}\" is required, but it was not provided.");
    }

    private static DirectiveLocation LocationOf(INamedElement element) => element switch
    {
        ScalarType => DirectiveLocation.Scalar,
        ObjectType => DirectiveLocation.Object,
        InterfaceType => DirectiveLocation.Interface,
        UnionType => DirectiveLocation.Union,
        EnumType => DirectiveLocation.Enum,
        InputObjectType => DirectiveLocation.InputObject,
        Field => DirectiveLocation.FieldDefinition,
        EnumValue => DirectiveLocation.EnumValue,
        InputField => DirectiveLocation.InputFieldDefinition,
        Argument => DirectiveLocation.ArgumentDefinition,
        _ => DirectiveLocation.DirectiveDefinition,
    };
}
