using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal sealed record ImportActionInput(ImportId ImportId);

/// <summary>Lists every problem of the file and counts what would happen, changing nothing.</summary>
internal static class CheckImport
{
    public static Task<Import> Run(ImportActionInput input, CrmDb db, Caller caller, ImportQueue queue, TimeProvider clock, CancellationToken ct) =>
        ImportActions.Act(input, i => i.StartCheck(caller.User, clock.Now()), db, queue, ct);
}

internal static class RunImport
{
    public static Task<Import> Run(ImportActionInput input, CrmDb db, Caller caller, ImportQueue queue, TimeProvider clock, CancellationToken ct) =>
        ImportActions.Act(input, i => i.StartRun(caller.User, clock.Now()), db, queue, ct);
}

internal static class CancelImport
{
    public static Task<Import> Run(ImportActionInput input, CrmDb db, ImportQueue queue, TimeProvider clock, CancellationToken ct) =>
        ImportActions.Act(input, i => i.Cancel(clock.Now()), db, queue, ct);
}

internal static class UndoImport
{
    public static Task<Import> Run(ImportActionInput input, CrmDb db, Caller caller, ImportQueue queue, TimeProvider clock, CancellationToken ct) =>
        ImportActions.Act(input, i => i.StartUndo(caller.User, clock.Now()), db, queue, ct);
}

internal static class ImportActions
{
    /// <summary>Changes the state in one short transaction; a batch of the running work stands before or after it, never across.</summary>
    public static Task<Import> Act(ImportActionInput input, Action<Import> act, CrmDb db, ImportQueue queue, CancellationToken ct) => db.InTransaction(
        async () =>
        {
            var import = await db.Imports.FirstOrDefaultAsync(i => i.Id == input.ImportId, ct).OrNotFound("The import");
            act(import);
            db.AfterCommit(queue.Wake);
            await db.SaveChangesAsync(ct);
            return import;
        },
        ct);
}
