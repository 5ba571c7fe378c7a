namespace ServiceCrm.GraphQL.Types;

/// <summary>The rules of spec chapter 3 for a whole schema.</summary>
public static class SchemaRules
{
    internal static IReadOnlyList<SchemaError> Check(Schema schema, SchemaBuilder builder) => [];
}
