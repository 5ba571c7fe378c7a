using ServiceCrm.GraphQL.CodeFirst;

namespace ServiceCrm.GraphQL;

public sealed partial class SchemaBuilder
{
    /// <summary>Checks everything and compiles it once. Throws <see cref="SchemaMistakesException"/> with all mistakes together.</summary>
    public GraphQLSchema Build() => new SchemaCompiler(this).Compile();
}
