using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Host.Http;

/// <summary>Before each event of a live subscription: the caller as it is now, not as it was when the socket opened.</summary>
internal static class StillSignedIn
{
    public static async ValueTask<bool> Check(HttpContext http, IServiceProvider services)
    {
        if (await services.GetRequiredService<IAccess>().CallerOf(http.User, http.RequestAborted) is not { } now)
        {
            return false;
        }

        services.GetRequiredService<CallerHolder>().Caller = now;
        return true;
    }
}
