using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal static class RunImport
{
    public static Task<Import> Run(ImportActionInput input, CrmDb db, Caller caller, ImportQueue queue, TimeProvider clock, CancellationToken ct) =>
        ImportActions.Act(input, i => i.StartRun(caller.User, clock.Now()), db, queue, ct);
}
