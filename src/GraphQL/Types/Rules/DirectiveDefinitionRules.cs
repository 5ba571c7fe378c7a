namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>Directives have places to stand at and input types as arguments (spec section 3.13).</summary>
internal static class DirectiveDefinitionRules
{
    public static void Check(SchemaCheck check)
    {
        foreach (var directive in check.Directives)
        {
            if (directive.Locations.IsEmpty)
                check.Report(directive, $"Directive {directive} must include 1 or more locations.");

            foreach (var argument in directive.Arguments)
                FieldRules.CheckArgument(check, argument);
        }
    }
}
