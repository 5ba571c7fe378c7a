namespace ServiceCrm.GraphQL;

/// <summary>A checked schema together with how its fields are resolved.</summary>
public sealed class GraphQLSchema
{
    internal GraphQLSchema(string name) => Name = name;

    /// <summary>For logs.</summary>
    public string Name { get; }
}
