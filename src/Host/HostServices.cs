using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using ServiceCrm.GraphQL;
using ServiceCrm.Host.GraphQL;
using ServiceCrm.Host.Http;
using ServiceCrm.Host.Telemetry;

namespace ServiceCrm.Host;

internal static class HostServices
{
    public static void AddHost(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ConsoleOptions>().Bind(configuration.GetSection("Console"));
        services.AddOptions<ProxyOptions>().Bind(configuration.GetSection("Proxy"));
        services.AddOptions<GraphQLOptions>().Bind(configuration.GetSection("GraphQL")).ValidateDataAnnotations().ValidateOnStart();
        // So that HttpErrors says in words what is wrong with a body, where the framework would answer an empty 400.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = false;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "image/svg+xml"];
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Fastest);
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", tags: ["ready"]);
        services.AddKeyedSingleton<GraphQLExecutor>(Schemas.StaffName, (sp, _) => Schemas.Staff(sp));
        services.AddKeyedSingleton<GraphQLExecutor>(Schemas.PortalName, (sp, _) => Schemas.Portal(sp));
        services.AddSingleton<IdempotencyTurns>();
        services.AddSingleton<CostBudgets>();
        services.AddSingleton<SchemaAccess>();
        services.AddSingleton<SchemaReference>();
        Traces.Add(services, configuration);
        services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(20));
    }
}
