using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal static class CancelImport
{
    public static Task<Import> Run(ImportActionInput input, CrmDb db, ImportQueue queue, TimeProvider clock, CancellationToken ct) =>
        ImportActions.Act(input, i => i.Cancel(clock.Now()), db, queue, ct);
}
