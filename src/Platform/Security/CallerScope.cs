using Microsoft.Extensions.DependencyInjection;

namespace ServiceCrm.Platform.Security;

/// <summary>Service scopes that speak for a given caller.</summary>
public static class CallerScope
{
    public static AsyncServiceScope For(this IServiceProvider services, Caller caller)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerHolder>().Caller = caller;
        return scope;
    }
}
