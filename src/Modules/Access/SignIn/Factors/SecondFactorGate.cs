using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Access;

/// <summary>
/// Keeps whoever must set up a second factor from every endpoint that is not marked as open until then. The GraphQL
/// endpoint is: there each field refuses for itself.
/// </summary>
internal static class SecondFactorGate
{
    public static Task Run(HttpContext http, RequestDelegate next)
    {
        if (!http.RequestServices.GetRequiredService<CallerHolder>().Caller.NeedsSecondFactor || http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<OpenBeforeSecondFactor>() is not null)
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return http.Response.WriteAsJsonAsync(new { code = SecondFactorNeeded.Code, message = SecondFactorNeeded.Message }, http.RequestAborted);
    }
}
