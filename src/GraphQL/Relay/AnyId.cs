namespace ServiceCrm.GraphQL;

/// <summary>A global id as it was sent, for a resolver that takes things of several types and tells them apart itself.</summary>
public readonly record struct AnyId(string Text)
{
    /// <summary>The key of the object, when the id is one of that type.</summary>
    public bool TryDecode(string typeName, out Guid id) => GlobalId.TryDecode(Text, typeName, out id);
}
