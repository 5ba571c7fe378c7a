using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL.Subscriptions;

namespace ServiceCrm.GraphQL.Transport;

/// <summary>What a connection that lives longer than a request needs of its surroundings.</summary>
internal static class SessionOptionsFactory
{
    public static SessionOptions Of(HttpContext context, GraphQLExecutor executor, GraphQLEndpointOptions options)
    {
        var scopes = context.RequestServices.GetRequiredService<IServiceScopeFactory>();
        return new SessionOptions
        {
            Connect = (payload, cancellation) => options.OnConnect?.Invoke(context, payload, cancellation) ?? new ValueTask<bool>(true),
            CreateScope = () =>
            {
                var scope = scopes.CreateAsyncScope();
                options.PrepareScope?.Invoke(context, scope.ServiceProvider);
                return scope;
            },
            IsStillAllowed = services => options.IsStillAllowed?.Invoke(context, services) ?? ValueTask.FromResult(true),
            InitTimeout = options.InitTimeout,
            KeepAlive = options.KeepAlive,
            MaxSubscriptions = options.MaxSubscriptions,
            MaxWaitingEvents = options.MaxWaitingEvents,
            MaxMessageBytes = options.MaxBodyBytes,
            Clock = executor.Options.Clock,
        };
    }
}
