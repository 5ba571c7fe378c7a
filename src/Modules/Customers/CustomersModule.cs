using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Customers.Contract;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
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

    /// <summary>With which e-mail address one can sign in to the portal of the demo company.</summary>
    public static string DemoPortalAddress => DemoPeople.PortalAddress;

    public override IReadOnlyList<PermissionGrant> Permissions => CustomerPermissions.Grants;

    public override void Services(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<CustomersOptions>().Bind(configuration.GetSection("Customers")).PostConfigure(o => NamePortal(o, configuration)).ValidateDataAnnotations().ValidateOnStart();
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
        services.AddScoped<PortalSessions>();
        services.AddScoped<PortalSignIns>();
        services.AddSingleton<PortalGuard>();
        services.AddHostedService<ForgetAddressesOfNobody>();
        services.AddScoped<Access.Contract.IHoldsWork, CustomersHoldWork>();
        services.AddSingleton<CustomFieldCache>();
        services.AddSingleton<ImportQueue>();
        services.AddSingleton<ImportWork>();
        services.AddSingleton<WorkOnImports>();
        services.AddHostedService(sp => sp.GetRequiredService<WorkOnImports>());
    }

    public override void Tables(ModelBuilder model, CrmDb db) => CustomersTables.Map(model, db);

    public override void StaffSchema(SchemaBuilder schema) => CustomersSchema.Declare(schema);

    public override void Jobs(JobList jobs)
    {
        jobs.Every(TimeSpan.FromHours(1), nameof(RemoveExpiredExports), RemoveExpiredExports.Run);
        jobs.Every(TimeSpan.FromHours(1), nameof(RemoveOldPortalSignIns), RemoveOldPortalSignIns.Run);
    }

    public override void PortalSchema(SchemaBuilder schema) => CustomersSchema.Portal(schema);

    public override void Reactions(ReactionList reactions) => reactions.On<PortalSignInAsked>(nameof(MailCodeWhenPortalSignInAsked), MailCodeWhenPortalSignInAsked.Run);


    public override void Endpoints(IEndpointRouteBuilder endpoints)
    {
        RefusedRows.Map(endpoints);
        DownloadExport.Map(endpoints);
        PortalEndpoints.Map(endpoints);
    }

    public override Task Demo(DemoCompany demo, CrmDb db, CancellationToken ct) => DemoCustomers.Write(demo, db, ct);

    // The portal has one name and one address; administrators should not have to set them twice.
    private static void NamePortal(CustomersOptions options, IConfiguration configuration)
    {
        options.PortalUrl = options.PortalUrl.Length > 0 ? options.PortalUrl : configuration["Tickets:PublicUrl"] ?? "";
        options.PortalName = options.PortalName.Length > 0 ? options.PortalName : configuration["Tickets:CompanyName"] ?? "ServiceCrm";
    }
}
