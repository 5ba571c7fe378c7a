using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ServiceCrm.GraphQL;

namespace ServiceCrm.Platform.Modules;

/// <summary>Rules for plain HTTP endpoints.</summary>
public static class PlatformHttp
{
    /// <summary>
    /// Refuses a POST without the header that a form of another site cannot send, so that a cookie alone never changes anything.
    /// </summary>
    public static async ValueTask<object?> RequirePreflightOnPost(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        if (HttpMethods.IsPost(request.Method) && !request.Headers.ContainsKey(GraphQLEndpointOptions.PreflightHeader))
        {
            return Results.Json(
                new { code = "PREFLIGHT_MISSING", message = $"Send the header {GraphQLEndpointOptions.PreflightHeader}: 1." },
                statusCode: StatusCodes.Status403Forbidden);
        }

        return await next(context);
    }

    /// <summary>Lets people in whose role asks for a second factor before they have one.</summary>
    public static TBuilder OpenBeforeSecondFactor<TBuilder>(this TBuilder endpoints) where TBuilder : IEndpointConventionBuilder =>
        endpoints.WithMetadata(new OpenBeforeSecondFactor());
}

/// <summary>Marks an endpoint that is open to people who must still set up a second factor.</summary>
public sealed class OpenBeforeSecondFactor;
