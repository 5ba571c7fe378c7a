namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>Types keep what their interfaces promise (spec section 3.6.1, "IsValidImplementation").</summary>
internal static class InterfaceRules
{
    public static void Check(SchemaCheck check)
    {
        foreach (var type in check.Types.OfType<FieldsType>())
        {
            var seen = new HashSet<GraphQLType>();
            foreach (var reference in type.InterfaceReferences.Where(check.IsKnown))
            {
                if (reference is not InterfaceType implemented)
                    check.Report(type, $"Type {type} must only implement Interface types, it cannot implement {reference}.");
                else if (ReferenceEquals(type, implemented))
                    check.Report(type, $"Type {type} cannot implement itself because it would create a circular reference.");
                else if (!seen.Add(implemented))
                    check.Report(type, $"Type {type} can only implement {implemented} once.");
                else
                {
                    CheckAncestors(check, type, implemented);
                    CheckFields(check, type, implemented);
                }
            }
        }
    }

    private static void CheckAncestors(SchemaCheck check, FieldsType type, InterfaceType implemented)
    {
        foreach (var ancestor in implemented.Interfaces.Where(ancestor => !type.Implements(ancestor)))
        {
            check.Report(type, ReferenceEquals(ancestor, type)
                ? $"Type {type} cannot implement {implemented} because it would create a circular reference."
                : $"Type {type} must implement {ancestor} because it is implemented by {implemented}.");
        }
    }

    private static void CheckFields(SchemaCheck check, FieldsType type, InterfaceType implemented)
    {
        foreach (var promised in implemented.Fields)
        {
            if (type.Fields.Find(promised.Name) is not { } field)
            {
                check.Report(type, $"Interface field {promised} expected but {type} does not provide it.");
                continue;
            }

            if (!TypeComparison.IsSubtype(field.Type, promised.Type))
                check.Report(field, $"Interface field {promised} expects type {promised.Type} but {field} is type {field.Type}.");

            CheckArguments(check, field, promised);
            if (field.IsDeprecated && !promised.IsDeprecated)
                check.Report(field, $"Interface field {promised} is not deprecated, so implementation field {field} must not be deprecated.");
        }
    }

    private static void CheckArguments(SchemaCheck check, Field field, Field promised)
    {
        foreach (var expected in promised.Arguments)
        {
            if (field.Arguments.Find(expected.Name) is not { } argument)
                check.Report(field, $"Interface field argument {expected} expected but {field} does not provide it.");
            else if (!TypeComparison.AreEqual(expected.Type, argument.Type))
                check.Report(argument, $"Interface field argument {expected} expects type {expected.Type} but {argument} is type {argument.Type}.");
        }

        foreach (var argument in field.Arguments.Where(argument => argument.IsRequired && promised.Arguments.Find(argument.Name) is null))
            check.Report(argument, $"Argument \"{argument}\" must not be required type \"{argument.Type}\" if not provided by the Interface field \"{promised}\".");
    }
}
