using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceCrm.Access.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>
/// Checks, runs or undoes one import to its end. Every batch is a transaction of its own that first makes sure the
/// import is still wanted and still ours; so it can be cancelled, killed and taken over between any two batches.
/// </summary>
internal sealed class ImportWork(IServiceProvider services, FileStore store, TimeProvider clock, IOptions<CustomersOptions> options, IOptions<PrivacyOptions> privacy)
{
    private const int Tries = 3;

    /// <returns>false when the import was cancelled or taken over in the meantime</returns>
    public async Task<bool> Run(ImportId id, string node, CancellationToken ct)
    {
        var start = await Load(id, ct);
        if (!start.IsWorking)
        {
            return false;
        }

        var caller = await CallerFor(start, ct);
        try
        {
            var done = start.State == ImportState.Undoing
                ? await UndoAll(start, node, caller, ct)
                : await ReadAll(start, node, caller, ct);
            return done && await Step(start, node, caller, (_, import) => Finish(import), ct);
        }
        catch (CrmException failure) when (failure is InvalidInput or NotFound)
        {
            await Step(start, node, caller, (_, import) => Finish(() => import.Fail(failure.Message, clock.Now())), CancellationToken.None);
            return true;
        }
    }

    private async Task<Import> Load(ImportId id, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        return await scope.ServiceProvider.GetRequiredService<CrmDb>().Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct).OrNotFound("The import");
    }

    private Task Finish(Import import) => Finish(() => import.Finish(clock.Now()));

    private static Task Finish(Action end)
    {
        end();
        return Task.CompletedTask;
    }

    private async Task<bool> ReadAll(Import start, string node, Caller caller, CancellationToken ct)
    {
        var (map, sha256) = await Open(start, ct);
        var seen = new SeenRows();
        if (start.State == ImportState.Checking || start.LastRow == 0)
        {
            // A check cannot go on in the middle: it must know the rows before to foresee twins.
            await Step(start, node, caller, (db, import) => Restart(db, import, ct), ct);
        }

        var from = start.State == ImportState.Checking ? 0 : start.LastRow;
        await foreach (var rows in ReadAhead.Batches(store, sha256, start, map, Math.Max(from, 1), options.Value.ImportBatch, clock, ct))
        {
            if (!await Step(start, node, caller, (db, import) => Take(db, import, map, rows, seen, ct), ct))
            {
                return false;
            }
        }

        return true;
    }

    private async Task Take(CrmDb db, Import import, RowMap map, IReadOnlyList<ReadRow> rows, SeenRows seen, CancellationToken ct)
    {
        var batch = new ImportBatch(db, import, map, clock.Now(), new Suppression(db, privacy));
        var tally = import.State == ImportState.Checking ? await batch.Foresee(rows, seen, ct) : await batch.Write(rows, ct);
        import.Progress(tally, rows[^1].Row.Number);
    }

    private async Task<(RowMap Map, string Sha256)> Open(Import start, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == start.FileId, ct).OrNotFound("The file");
        return (new RowMap(start, await ListCustomFields.All(db, ct)), file.Sha256);
    }

    private static async Task Restart(CrmDb db, Import import, CancellationToken ct)
    {
        await db.ImportProblems.Where(p => p.ImportId == import.Id).ExecuteDeleteAsync(ct);
        import.RestartProgress();
    }

    private async Task<bool> UndoAll(Import start, string node, Caller caller, CancellationToken ct)
    {
        while (true)
        {
            var left = false;
            if (!await Step(start, node, caller, async (db, import) => left = await UndoBatch.Run(db, import, services, clock.Now(), ct), ct))
            {
                return false;
            }

            if (!left)
            {
                return true;
            }
        }
    }

    /// <summary>One transaction. Repeated when somebody else changed the same customers in the same moment.</summary>
    private async Task<bool> Step(Import start, string node, Caller caller, Func<CrmDb, Import, Task> work, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            await using var scope = services.For(caller);
            var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
            try
            {
                return await db.InTransaction(() => Guarded(db), ct);
            }
            catch (Conflict) when (attempt < Tries)
            {
                // The next try sees what the other one did.
            }
        }

        async Task<bool> Guarded(CrmDb db)
        {
            var import = await db.Imports.FirstAsync(i => i.Id == start.Id, ct);
            if (import.State != start.State || import.HeldBy != node)
            {
                return false;
            }

            import.Hold(node, clock.Now() + options.Value.ImportLease);
            await work(db, import);
            await db.SaveChangesAsync(ct);
            return true;
        }
    }

    /// <summary>Who asked for it, with the rights that an import needs: it must not depend on what that person may see tomorrow.</summary>
    private async Task<Caller> CallerFor(Import import, CancellationToken ct)
    {
        if (import.RequestedBy is not { } by)
        {
            return Caller.System;
        }

        await using var scope = services.For(Caller.System);
        var people = await scope.ServiceProvider.GetRequiredService<IAccess>().People([by], ct);
        return Caller.Staff(by, people.GetValueOrDefault(by)?.Name ?? "", [CustomerPermissions.RunImports.Name, CustomerPermissions.Read.Name, CustomerPermissions.ReadContacts.Name], []);
    }
}
