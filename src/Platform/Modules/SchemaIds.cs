using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Modules;

/// <summary>Bridges the house's typed ids to the engine's global ids.</summary>
public static class SchemaIds
{
    /// <summary>Lets <typeparamref name="TId"/> stand in signatures as a GraphQL <c>ID</c>.</summary>
    public static void Id<TId>(this SchemaBuilder schema) where TId : struct, IEntityId<TId> =>
        schema.GlobalId<TId>(TId.TypeName, id => id.Value, TId.From);
}
