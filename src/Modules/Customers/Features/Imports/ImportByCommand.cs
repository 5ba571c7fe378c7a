using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>An import from the command line: the same features as in the console, one after the other, to the end.</summary>
internal static class ImportByCommand
{
    private const int ShownProblems = 20;

    public static async Task<int> Run(IServiceProvider services, ImportArguments wish, TextWriter output, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var at = scope.ServiceProvider;
        var (db, store, clock, queue) = (at.GetRequiredService<CrmDb>(), at.GetRequiredService<FileStore>(), at.GetRequiredService<TimeProvider>(), at.GetRequiredService<ImportQueue>());
        var file = await Upload(wish.File, db, store, at.GetRequiredService<IOptions<Platform.Files.FileOptions>>().Value.MaxImportBytes, clock, ct);
        var import = await CreateImport.Run(new CreateImportInput(file.Id), db, Caller.System, store, clock, ct);
        import = await ConfigureImport.Run(new ConfigureImportInput(import.Id, wish.Encoding, wish.Delimiter, wish.Existing), db, store, clock, ct);
        import = await ConfigureImport.Run(new ConfigureImportInput(import.Id, Mappings: Mappings(import, wish), AllowSuppressed: wish.AllowSuppressed), db, store, clock, ct);
        foreach (var column in import.Columns)
        {
            await output.WriteLineAsync($"  {column.Header} -> {column.Target ?? "(not imported)"}");
        }

        var watch = Stopwatch.StartNew();
        await Start(new ImportActionInput(import.Id), wish.DryRun, db, queue, clock, ct);
        import = await Follow(services, import.Id, output, ct);
        await Summarise(db, import, watch.Elapsed, output, ct);
        return import.State is ImportState.Done or ImportState.Checked && import.RefusedRows == 0 ? 0 : 1;
    }

    private static async Task<StoredFile> Upload(string path, CrmDb db, FileStore store, long most, TimeProvider clock, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            throw new InvalidInput("file", $"There is no file {path}.");
        }

        await using var content = File.OpenRead(path);
        var (sha256, size) = await store.Write(content, most, ct);
        var file = new StoredFile(Path.GetFileName(path), "text/csv", size, sha256, uploadedBy: null, clock.Now());
        db.Add(file);
        await db.SaveChangesAsync(ct);
        return file;
    }

    private static List<ColumnMappingInput> Mappings(Import import, ImportArguments wish)
    {
        if (wish.Map?.Keys.FirstOrDefault(header => !import.Columns.Any(c => string.Equals(c.Header, header, StringComparison.OrdinalIgnoreCase))) is { } unknown)
        {
            throw new InvalidInput("map", $"The file has no column “{unknown}”.");
        }

        var mappings = new List<ColumnMappingInput>();
        foreach (var column in import.Columns)
        {
            var target = wish.Map is null ? column.SuggestedTarget : wish.Map.GetValueOrDefault(column.Header);
            if (target == "new" || (target is null && wish.CreateFields))
            {
                mappings.Add(new ColumnMappingInput(column.Index, NewField: new NewCustomFieldInput(column.Header, column.SuggestedType)));
            }
            else if (target is not null)
            {
                mappings.Add(new ColumnMappingInput(column.Index, target));
            }
        }

        return mappings;
    }

    /// <summary>Starts and takes the lease in one save, so that a server running beside it leaves this import to us.</summary>
    private static async Task Start(ImportActionInput input, bool dryRun, CrmDb db, ImportQueue queue, TimeProvider clock, CancellationToken ct) => await ImportActions.Act(
        input,
        import =>
        {
            if (dryRun)
            {
                import.StartCheck(by: null, clock.Now());
            }
            else
            {
                import.StartRun(by: null, clock.Now());
            }

            import.Hold(queue.Node, clock.Now() + TimeSpan.FromMinutes(1));
        },
        db,
        queue,
        ct);

    private static async Task<Import> Follow(IServiceProvider services, ImportId id, TextWriter output, CancellationToken ct)
    {
        using var done = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var progress = Print(services, id, output, done.Token);
        await services.GetRequiredService<ImportWork>().Run(id, services.GetRequiredService<ImportQueue>().Node, ct);
        await done.CancelAsync();
        await progress;
        await using var scope = services.For(Caller.System);
        return await GetImport.Run(id, scope.ServiceProvider.GetRequiredService<CrmDb>(), ct).OrNotFound("The import");
    }

    private static async Task Print(IServiceProvider services, ImportId id, TextWriter output, CancellationToken ct)
    {
        var lastPercent = 0;
        try
        {
            await foreach (var import in ImportProgressed.Run(id, services.GetRequiredService<ChangeFeed>(), services.GetRequiredService<IServiceScopeFactory>(), Caller.System, ct))
            {
                var percent = import.TotalRows == 0 ? 0 : import.ProcessedRows * 100L / import.TotalRows;
                if (percent / 10 > lastPercent / 10)
                {
                    await output.WriteLineAsync($"  {percent,3} %  {import.ProcessedRows:N0} of {import.TotalRows:N0} rows");
                    lastPercent = (int)percent;
                }
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The work is over; there is nothing more to print.
        }
    }

    private static async Task Summarise(CrmDb db, Import import, TimeSpan took, TextWriter output, CancellationToken ct)
    {
        await output.WriteLineAsync(import.Failure is { } failure
            ? $"Failed: {failure}"
            : $"{(import.State == ImportState.Checked ? "Would be" : "Done in " + took.TotalSeconds.ToString("F1", System.Globalization.CultureInfo.InvariantCulture) + " s:")} {import.CreatedRows:N0} created, {import.UpdatedRows:N0} updated, {import.SkippedRows:N0} skipped, {import.RefusedRows:N0} refused.");
        foreach (var problem in await db.ImportProblems.AsNoTracking().Where(p => p.ImportId == import.Id).OrderBy(p => p.Place).ThenBy(p => p.Id).Take(ShownProblems).ToListAsync(ct))
        {
            await output.WriteLineAsync($"  row {problem.Row}{(problem.Column is null ? "" : $", {problem.Column}")}: {problem.Message}");
        }

        if (import.ProblemCount > ShownProblems)
        {
            await output.WriteLineAsync($"  ... and {import.ProblemCount - ShownProblems:N0} more; the console shows them all and gives a file of the refused rows.");
        }
    }
}
