using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.Execution;

/// <summary>The schema of an SDL whose every field answers by its type, as the recorded cases assume.</summary>
internal static class FixedValues
{
    private static readonly object Parent = new();

    public static GraphQLSchema SchemaOf(string sdl) => new(SdlReader.Read(sdl).BuildUnchecked(), Resolver, TypeNameOf);

    private static DynamicResolver Resolver(ObjectType type, Field field)
    {
        var value = ValueOf(field.Type);
        return (_, _, _) => value;
    }

    private static object ValueOf(GraphQLType type) => type.Nullable switch
    {
        ListType list => new[] { ValueOf(list.ItemType), ValueOf(list.ItemType) },
        EnumType values => values.Values[0].Value,
        ScalarType { Name: "Int" } => 2,
        ScalarType { Name: "Float" } => 3.14,
        ScalarType { Name: "Boolean" } => true,
        ScalarType { Name: "ID" } => "id",
        ScalarType => "str",
        _ => Parent,
    };

    private static string? TypeNameOf(CompositeType type, object value) => type is UnionType
        ? type.PossibleTypes.Select(member => member.Name).Order(StringComparer.Ordinal).FirstOrDefault()
        : type.PossibleTypes.Select(implementor => implementor.Name).Order(StringComparer.Ordinal).LastOrDefault();
}
