using System.Net.WebSockets;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ServiceCrm.GraphQL.Subscriptions;

namespace ServiceCrm.GraphQL.Transport;

/// <summary>Accepts WebSockets and runs a <see cref="SubscriptionSession"/> on each.</summary>
internal static class WebSocketEndpoint
{
    private const string Protocol = "graphql-transport-ws";

    public static async Task HandleAsync(HttpContext context, GraphQLExecutor executor, GraphQLEndpointOptions options)
    {
        if (!IsFromHere(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        if (!context.WebSockets.WebSocketRequestedProtocols.Contains(Protocol, StringComparer.Ordinal))
        {
            using var stranger = await context.WebSockets.AcceptWebSocketAsync();
            await stranger.CloseAsync((WebSocketCloseStatus)CloseCodes.BadProtocol, "Subprotocol not acceptable", context.RequestAborted);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync(Protocol);
        using var session = new SubscriptionSession(executor, socket, SessionOptionsFactory.Of(context, executor, options));
        var stopping = context.RequestServices.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None;
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        await session.RunAsync(end.Token);
    }

    // Browsers send cookies with WebSockets of every page, and no preflight. Without cookies there is nothing to abuse.
    private static bool IsFromHere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        return origin.Length == 0 || request.Cookies.Count == 0
            || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }
}
