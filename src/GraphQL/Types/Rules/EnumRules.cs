namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>Enums have values (spec section 3.9).</summary>
internal static class EnumRules
{
    public static void Check(SchemaCheck check)
    {
        foreach (var type in check.Types.OfType<EnumType>().Where(type => type.Values.Count == 0))
            check.Report(type, $"Enum type {type} must define one or more values.");
    }
}
