using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL.Transport;

namespace ServiceCrm.GraphQL;

/// <summary>Puts executors on ASP.NET routes. WebSockets also need <c>app.UseWebSockets()</c>.</summary>
public static class GraphQLEndpoints
{
    /// <summary>Serves the executor registered as a keyed singleton under <paramref name="schemaName"/> (POST, GET, multipart, WebSocket).</summary>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints, string pattern, string schemaName, Action<GraphQLEndpointOptions>? configure = null) =>
        endpoints.MapGraphQL(pattern, endpoints.ServiceProvider.GetRequiredKeyedService<GraphQLExecutor>(schemaName), configure);

    /// <summary>Serves an executor (POST, GET, multipart, WebSocket).</summary>
    public static IEndpointConventionBuilder MapGraphQL(
        this IEndpointRouteBuilder endpoints, string pattern, GraphQLExecutor executor, Action<GraphQLEndpointOptions>? configure = null)
    {
        var options = new GraphQLEndpointOptions();
        configure?.Invoke(options);
        return endpoints.Map(pattern, new GraphQLEndpoint(executor, options).HandleAsync).WithDisplayName($"GraphQL {executor.Schema.Name}");
    }
}
