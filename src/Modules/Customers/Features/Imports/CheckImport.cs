using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Lists every problem of the file and counts what would happen, changing nothing.</summary>
internal static class CheckImport
{
    public static Task<Import> Run(ImportActionInput input, CrmDb db, Caller caller, ImportQueue queue, TimeProvider clock, CancellationToken ct) =>
        ImportActions.Act(input, i => i.StartCheck(caller.User, clock.Now()), db, queue, ct);
}
