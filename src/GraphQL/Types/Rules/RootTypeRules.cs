namespace ServiceCrm.GraphQL.Types.Rules;

/// <summary>There is a query type, and root types are different object types (spec section 3.3.1).</summary>
internal static class RootTypeRules
{
    public static void Check(SchemaCheck check)
    {
        (string Name, GraphQLType? Type)[] roots =
        [
            ("query", check.Builder?.Query ?? check.Schema.QueryType),
            ("mutation", check.Builder?.Mutation ?? check.Schema.MutationType),
            ("subscription", check.Builder?.Subscription ?? check.Schema.SubscriptionType),
        ];
        if (roots[0].Type is null)
            check.Report("schema", "Query root type must be provided.");

        foreach (var (name, type) in roots.Where(root => root.Type is not (null or ObjectType) && check.IsKnown(root.Type)))
        {
            var provided = name is "query" ? string.Empty : " if provided";
            check.Report("schema", $"{char.ToUpperInvariant(name[0])}{name[1..]} root type must be Object type{provided}, it cannot be {type}.");
        }

        foreach (var group in roots.Where(root => root.Type is ObjectType).GroupBy(root => root.Type).Where(group => group.Count() > 1))
        {
            var uses = group.Select(root => root.Name).ToList();
            var list = uses.Count == 2 ? $"{uses[0]} and {uses[1]}" : $"{uses[0]}, {uses[1]}, and {uses[2]}";
            check.Report("schema", $"All root types must be different, \"{group.Key}\" type is used as {list} root types.");
        }
    }
}
