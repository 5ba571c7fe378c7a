using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers.Contract;

/// <summary>Customers as callers.</summary>
public static class PortalCustomers
{
    /// <summary>The customers for whom a session on the portal speaks; none for every other caller. Visibility filters read this.</summary>
    public static IReadOnlyList<CustomerId> Of(Caller caller) => caller.Portal is { } portal ? [.. portal.Customers.Select(CustomerId.From)] : [];

    // Nobody has the empty address.
    internal static string AddressOf(Caller caller) => caller.Portal?.Address ?? "";

    /// <summary>
    /// Makes whoever comes to the portal a customer there, also a member of staff: with the rights of the session in the portal's
    /// own cookie, or with none.
    /// </summary>
    public static IApplicationBuilder UsePortalCaller(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var holder = http.RequestServices.GetRequiredService<CallerHolder>();
        holder.Caller = Caller.Customer;
        if (PortalCookies.Session(http) is { } token && await http.RequestServices.GetRequiredService<PortalSessions>().Find(token, http.RequestAborted) is { } rights)
        {
            holder.Caller = Caller.OnPortal(rights);
        }

        await next(http);
    });
}
