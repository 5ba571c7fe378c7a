namespace ServiceCrm.Platform.Values;

/// <summary>
/// A typed key: a UUID v7 that cannot be mixed up with the key of another thing. The type name is what
/// GraphQL calls the thing; it is part of the global id.
/// </summary>
public interface IEntityId<TSelf> where TSelf : struct, IEntityId<TSelf>
{
    Guid Value { get; }

    static abstract string TypeName { get; }

    static abstract TSelf From(Guid value);
}

/// <summary>Makes new keys.</summary>
public static class EntityId
{
    /// <summary>A new key that sorts (roughly) by the given time.</summary>
    public static TId New<TId>(DateTimeOffset at) where TId : struct, IEntityId<TId> => TId.From(Guid.CreateVersion7(at));
}
