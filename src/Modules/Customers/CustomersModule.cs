using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

/// <summary>Customers: persons and companies, what is known of them and how they come into the system.</summary>
public sealed class CustomersModule : CrmModule
{
    public override string Name => "Customers";

    public override IReadOnlyList<PermissionGrant> Permissions => CustomerPermissions.Grants;

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CustomersOptions>().Bind(configuration.GetSection("Customers")).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<ICustomers, CustomersFacade>();
        services.AddScoped<IFileOwner, ImportFiles>();
        services.AddScoped<Access.Contract.IExplainsAccess, CustomerAccess>();
        services.AddScoped<Access.Contract.IHoldsWork, CustomersHoldWork>();
        services.AddSingleton<CustomFieldCache>();
        services.AddSingleton<ImportQueue>();
        services.AddSingleton<ImportWork>();
        services.AddSingleton<WorkOnImports>();
        services.AddHostedService(sp => sp.GetRequiredService<WorkOnImports>());
    }

    public override void Tables(ModelBuilder model, CrmDb db) => CustomersTables.Map(model, db);

    public override void StaffSchema(SchemaBuilder schema) => CustomersSchema.Declare(schema);

    public override void Endpoints(IEndpointRouteBuilder endpoints) => RefusedRows.Map(endpoints);

    public override Task Demo(DemoCompany demo, CrmDb db, CancellationToken ct) => DemoCustomers.Write(demo, db, ct);
}
