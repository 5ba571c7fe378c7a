using Microsoft.EntityFrameworkCore;
using ServiceCrm.Platform.Data;

namespace ServiceCrm.Customers;

internal sealed record ImportActionInput(ImportId ImportId);

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
