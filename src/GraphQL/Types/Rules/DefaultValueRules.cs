namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>Defaults fit their types (spec sections 3.6.1 and 3.10, "default value").</summary>
internal static class DefaultValueRules
{
    public static void Check(SchemaCheck check)
    {
        foreach (var input in check.Arguments.Concat<InputValue>(check.InputFields))
        {
            if (input is { DefaultValue: { } literal, Type.IsInput: true })
            {
                new LiteralValidation((message, _) => check.Report(input, $"{input} has invalid default value: {message}"))
                    .Check(literal, input.Type);
            }
        }
    }
}
