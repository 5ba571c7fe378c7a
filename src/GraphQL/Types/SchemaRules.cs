using ServiceCrm.GraphQL.Types.Rules;

namespace ServiceCrm.GraphQL.Types;

/// <summary>The rules of spec chapter 3 for a whole schema, one file each in folder Rules. They report everything at once.</summary>
public static class SchemaRules
{
    private static readonly Action<SchemaCheck>[] Rules =
    [
        RootTypeRules.Check,
        NameRules.Check,
        UniqueNameRules.Check,
        DirectiveDefinitionRules.Check,
        FieldRules.Check,
        InterfaceRules.Check,
        UnionRules.Check,
        EnumRules.Check,
        InputObjectRules.Check,
        DefaultValueRules.Check,
        InputObjectCycleRules.Check,
        DefaultValueCycleRules.Check,
        AppliedDirectiveRules.Check,
        DirectiveCycleRules.Check,
    ];

    /// <summary>All mistakes in a schema; none in one that <see cref="SchemaBuilder.Build"/> has given.</summary>
    public static IReadOnlyList<SchemaError> Check(Schema schema) => Check(schema, builder: null);

    internal static IReadOnlyList<SchemaError> Check(Schema schema, SchemaBuilder? builder)
    {
        var check = new SchemaCheck(schema, builder);
        foreach (var rule in Rules)
            rule(check);

        return check.Errors;
    }
}
