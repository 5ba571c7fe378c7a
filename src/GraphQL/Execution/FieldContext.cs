namespace ServiceCrm.GraphQL;

/// <summary>What a resolver may ask about its place in the request. Valid only while the resolver runs.</summary>
public abstract class FieldContext
{
    private protected FieldContext()
    {
    }

    /// <summary>The name of the field in the schema.</summary>
    public abstract string FieldName { get; }

    /// <summary>The place in the response; computed when asked.</summary>
    public abstract ImmutableArray<PathSegment> Path { get; }

    /// <summary>The services of this request.</summary>
    public abstract IServiceProvider Services { get; }

    /// <summary>Whether a field below this one is asked, as in <c>edges.node.customer</c> (schema names, any concrete type).</summary>
    public abstract bool IsSelected(string path);
}
