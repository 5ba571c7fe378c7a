using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

/// <summary>Customers: persons and companies, what is known of them and how they come into the system.</summary>
public sealed class CustomersModule : CrmModule
{
    public override string Name => "Customers";

    public override IReadOnlyList<PermissionGrant> Permissions => CustomerPermissions.Grants;

    public override void Services(IServiceCollection services, IConfiguration configuration) =>
        services.AddScoped<ICustomers, CustomersFacade>();

    public override void Tables(ModelBuilder model, CrmDb db) => CustomersTables.Map(model, db);
}
