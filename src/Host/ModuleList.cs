using ServiceCrm.Access;
using ServiceCrm.Customers;
using ServiceCrm.Platform.Modules;
using ServiceCrm.Tickets;

namespace ServiceCrm.Host;

/// <summary>The modules of this deployable, in their fixed order; each may call only those above it.</summary>
public static class ModuleList
{
    public static IReadOnlyList<CrmModule> All { get; } = [new AccessModule(), new CustomersModule(), new TicketsModule()];
}
