namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>Input objects have fields of input types; of a <c>@oneOf</c> object all are nullable and without default (spec section 3.10).</summary>
internal static class InputObjectRules
{
    public static void Check(SchemaCheck check)
    {
        foreach (var type in check.Types.OfType<InputObjectType>().Where(type => type.Fields.Count == 0))
            check.Report(type, $"Input Object type {type} must define one or more fields.");

        foreach (var field in check.InputFields)
        {
            if (!field.Type.IsInput)
                check.Report(field, $"The type of {field} must be Input Type but got: {field.Type}.");

            if (field is { IsRequired: true, IsDeprecated: true })
                check.Report(field, $"Required input field {field} cannot be deprecated.");

            if (field.Owner is InputObjectType { IsOneOf: true })
                CheckOneOf(check, field);
        }
    }

    private static void CheckOneOf(SchemaCheck check, InputField field)
    {
        if (field.Type.IsNonNull)
            check.Report(field, $"OneOf input field {field} must be nullable.");

        if (field.DefaultValue is not null)
            check.Report(field, $"OneOf input field {field} cannot have a default value.");
    }
}
