using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.Execution.Incremental;

/// <summary>The values of record.mjs: heroes have friends, who are heroes; some fields fail.</summary>
internal static class Heroes
{
    public static Delegate Resolver(ObjectType type, Field field) => field.Name is "slow" or "mustFail"
        ? new AsyncDynamicResolver(async (parent, _, _) =>
        {
            await Task.Yield();
            return field.Name == "slow" ? $"slow {parent}" : throw new InvalidOperationException("It must not fail.");
        })
        : new DynamicResolver((parent, _, _) => type.Name == "Query" ? Root(field.Name) : Of((string)parent, field.Name));

    private static object Root(string field) => field switch
    {
        "hero" => "1",
        "heroes" => new[] { "1", "2", "3" },
        _ => new[] { "x", "y", "z" },
    };

    private static object Of(string id, string field) => field switch
    {
        "id" => id,
        "name" => $"Hero {id}",
        "fails" => throw new InvalidOperationException("It fails."),
        "friend" => $"{id}f",
        "strictFriend" => $"{id}s",
        "friends" => new[] { $"{id}.1", $"{id}.2", $"{id}.3" },
        "mixed" or "strict" => new[] { $"{id}.1", null, $"{id}.3" },
        "tags" => new[] { "a", "b", "c" },
        _ => new[] { new[] { "a", "b" }, ["c", "d"], ["e", "f"] },
    };
}
