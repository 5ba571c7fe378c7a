using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Jobs;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

/// <summary>Customers: persons and companies, what is known of them and how they come into the system.</summary>
public sealed class CustomersModule : CrmModule
{
    internal const string ModuleName = "Customers";

    public override string Name => ModuleName;

    public override IReadOnlyList<PermissionGrant> Permissions => CustomerPermissions.Grants;

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CustomersOptions>().Bind(configuration.GetSection("Customers")).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ICustomers, CustomersFacade>();
        services.AddScoped<IFileOwner, ImportFiles>();
        services.AddScoped<Access.Contract.IExplainsAccess, CustomerAccess>();
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection("Privacy")).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<IPersonalData, CustomerPersonalData>();
        services.AddScoped<IPersonalData, MailPersonalData>();
        services.AddScoped<Suppression>();
        services.AddHostedService<CheckSuppressionKey>();
        services.AddSingleton<PrivacyQueue>();
        services.AddSingleton<PrivacySteps>();
        services.AddSingleton<ExportWork>();
        services.AddSingleton<ErasureWork>();
        services.AddSingleton<WorkOnPrivacyRequests>();
        services.AddHostedService(sp => sp.GetRequiredService<WorkOnPrivacyRequests>());
        services.AddSingleton<CustomFieldCache>();
        services.AddSingleton<ImportQueue>();
        services.AddSingleton<ImportWork>();
        services.AddSingleton<WorkOnImports>();
        services.AddHostedService(sp => sp.GetRequiredService<WorkOnImports>());
    }

    public override void Tables(ModelBuilder model, CrmDb db) => CustomersTables.Map(model, db);

    public override void StaffSchema(SchemaBuilder schema) => CustomersSchema.Declare(schema);

    public override void Jobs(JobList jobs) => jobs.Every(TimeSpan.FromHours(1), nameof(RemoveExpiredExports), RemoveExpiredExports.Run);

    public override void Endpoints(IEndpointRouteBuilder endpoints)
    {
        RefusedRows.Map(endpoints);
        DownloadExport.Map(endpoints);
    }

    public override Task Demo(DemoCompany demo, CrmDb db, CancellationToken ct) => DemoCustomers.Write(demo, db, ct);
}
