namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>Objects and interfaces have fields of output types with arguments of input types (spec sections 3.6 and 3.7).</summary>
internal static class FieldRules
{
    public static void Check(SchemaCheck check)
    {
        foreach (var type in check.Types.OfType<FieldsType>())
        {
            if (type.Fields.Count == 0)
                check.Report(type, $"Type {type} must define one or more fields.");

            foreach (var field in type.Fields)
            {
                if (!field.Type.IsOutput)
                    check.Report(field, $"The type of {field} must be Output Type but got: {field.Type}.");

                foreach (var argument in field.Arguments)
                    CheckArgument(check, argument);
            }
        }
    }

    public static void CheckArgument(SchemaCheck check, Argument argument)
    {
        if (!argument.Type.IsInput)
            check.Report(argument, $"The type of {argument} must be Input Type but got: {argument.Type}.");

        if (argument is { IsRequired: true, IsDeprecated: true })
            check.Report(argument, $"Required argument {argument} cannot be deprecated.");
    }
}
