using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Modules;

namespace ServiceCrm.Tickets;

internal static class TicketsDemo
{
    public static Task Run(DemoCompany demo, CrmDb db, CancellationToken ct) => Task.CompletedTask;
}
