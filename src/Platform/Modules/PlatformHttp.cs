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
}
