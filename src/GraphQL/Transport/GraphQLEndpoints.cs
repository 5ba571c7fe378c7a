using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ServiceCrm.GraphQL;

/// <summary>Puts executors on ASP.NET routes.</summary>
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
        throw new NotSupportedException();
    }
}
