namespace ServiceCrm.GraphQL;

/// <summary>Runs requests against one schema. One instance serves all requests; plans are cached in it.</summary>
public sealed class GraphQLExecutor
{
    public GraphQLExecutor(GraphQLSchema schema, ExecutionOptions? options = null)
    {
        Schema = schema;
        Options = options ?? new ExecutionOptions();
    }

    /// <summary>The schema.</summary>
    public GraphQLSchema Schema { get; }

    /// <summary>Limits and hooks.</summary>
    public ExecutionOptions Options { get; }
}
