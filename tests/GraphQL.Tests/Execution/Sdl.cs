using System.Text;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL.Execution;
using ServiceCrm.GraphQL.Types;

namespace ServiceCrm.GraphQL.Tests.Execution;

/// <summary>An object of such a schema.</summary>
internal sealed class Fields() : Dictionary<string, object?>(StringComparer.Ordinal);

/// <summary>A schema from SDL whose fields read dictionaries; a value may be an exception to throw or a function.</summary>
internal sealed class Sdl
{
    private readonly GraphQLExecutor _executor;

    public Sdl(string sdl, Fields root, bool isAsync = false, ExecutionOptions? options = null) =>
        _executor = new GraphQLExecutor(new GraphQLSchema(SdlReader.Read(sdl).Build(), (type, field) => Resolver(type, field, root, isAsync), TypeNameOf), options);

    public async Task<string> Run(string query, string? variables = null, string? operationName = null)
    {
        var services = new ServiceCollection().BuildServiceProvider();
        using var result = await _executor.ExecuteAsync(GraphQLRequest.Of(query, variables, operationName), services, TestContext.Current.CancellationToken);
        return Encoding.UTF8.GetString(result.Body.Span);
    }

    private static Delegate Resolver(ObjectType type, Field field, Fields root, bool isAsync)
    {
        var isRoot = type.Name is "Query" or "Mutation";
        DynamicResolver read = (parent, arguments, _) => Value(isRoot ? root : (Fields)parent, field.Name, arguments);
        return !isAsync ? read : (AsyncDynamicResolver)(async (parent, arguments, services) =>
        {
            await Task.Yield();
            return read(parent, arguments, services);
        });
    }

    private static object? Value(Fields source, string name, IReadOnlyDictionary<string, object?> arguments) => source.GetValueOrDefault(name) switch
    {
        Exception failure => throw failure,
        Func<IReadOnlyDictionary<string, object?>, object?> compute => compute(arguments),
        var value => value,
    };

    private static string? TypeNameOf(CompositeType type, object value) => ((Fields)value).GetValueOrDefault("__typename") as string;
}
