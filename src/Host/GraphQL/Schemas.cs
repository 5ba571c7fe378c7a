using System.Diagnostics;
using Microsoft.Extensions.Options;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Host.GraphQL;

/// <summary>Compiles the two schemas from what the modules declare.</summary>
internal static class Schemas
{
    public const string StaffName = "staff";
    public const string PortalName = "portal";

    public static GraphQLExecutor Staff(IServiceProvider services)
    {
        var schema = New(StaffName, services);
        PlatformSchema.Declare(schema);
        foreach (var module in services.GetRequiredService<ModuleSet>().Modules)
        {
            module.StaffSchema(schema);
        }

        return Compile(schema, new ExecutionOptions(), services);
    }

    public static GraphQLExecutor Portal(IServiceProvider services)
    {
        var schema = New(PortalName, services);
        foreach (var module in services.GetRequiredService<ModuleSet>().Modules)
        {
            module.PortalSchema(schema);
        }

        return Compile(schema, new ExecutionOptions { MaxDepth = 10, MaxFields = 300, MaxRootFields = 5, MaxAliases = 10 }, services);
    }

    private static SchemaBuilder New(string name, IServiceProvider services)
    {
        var schema = new SchemaBuilder(name, services.GetRequiredService<IServiceProviderIsService>())
        {
            IncrementalDelivery = services.GetRequiredService<IOptions<GraphQLOptions>>().Value.IncrementalDelivery,
        };
        ErrorTypes.Declare(schema);
        return schema;
    }

    private static GraphQLExecutor Compile(SchemaBuilder schema, ExecutionOptions options, IServiceProvider services)
    {
        var documents = services.GetRequiredService<IOptions<GraphQLOptions>>().Value;
        var access = services.GetRequiredService<SchemaAccess>();
        var budgets = services.GetRequiredService<CostBudgets>();
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger("ServiceCrm.GraphQL");
        var start = Stopwatch.GetTimestamp();
        var built = schema.Build();
        if (log.IsEnabled(LogLevel.Debug))
            log.LogDebug("Schema {Schema} built in {Milliseconds:0.0} ms", schema.Name, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return new GraphQLExecutor(built, options with
        {
            TrustedDocuments = Manifests.Read(schema.Name, documents),
            OnlyTrustedDocuments = documents.OnlyTrusted,
            AutomaticDocumentBytes = documents.AutomaticDocumentBytes,
            Introspection = scope => access.Allows(scope.GetRequiredService<Caller>()),
            Charge = budgets.Charge,
            SlowAfter = TimeSpan.FromMilliseconds(documents.SlowMilliseconds),
            SlowOperation = slow => Log(log, slow),
            MapError = failure => ErrorTypes.ToGraphQL(failure, log),
            RetryMutation = failure => failure is Conflict { IsRace: true },
            MutationFailed = scope => scope.GetRequiredService<CrmDb>().ForgetChanges(),
        });
    }

    private static void Log(ILogger log, OperationReport slow) => log.LogWarning(
        "Slow {Kind} {Name}: {Milliseconds:0} ms, cost {Cost:0}, {Outcome}, document sha256:{Hash}",
        slow.Kind, slow.Name ?? "without a name", slow.Duration.TotalMilliseconds, slow.Cost.Total, slow.Outcome, slow.DocumentHash);
}
