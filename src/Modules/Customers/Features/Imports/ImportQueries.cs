using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.GraphQL;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

internal static class ListImports
{
    public static Task<Page<Import>> Run(PageArgs page, CrmDb db, CancellationToken ct) =>
        db.Imports.AsNoTracking().ToPage(page, i => i.CreatedAt, i => i.Id, descending: true, ct);
}

internal static class GetImport
{
    public static Task<Import?> Run(ImportId id, CrmDb db, CancellationToken ct) => db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct);

    public static Task<Page<ImportProblem>> Problems(Import import, PageArgs page, CrmDb db, CancellationToken ct) =>
        db.ImportProblems.AsNoTracking().Where(p => p.ImportId == import.Id).ToPage(page, p => p.Place, p => p.Id, descending: false, ct);
}

/// <summary>Everything a column can be mapped to: the built-in fields and the custom ones.</summary>
internal static class ListImportTargets
{
    public static async Task<IReadOnlyList<ImportTarget>> Run(CrmDb db, CancellationToken ct)
    {
        var fields = await ListCustomFields.Run(db, ct);
        return [.. ImportTargets.BuiltIn, .. fields.Select(f => new ImportTarget(ImportTargets.CustomPrefix + f.Key, f.Label, "Custom fields"))];
    }
}

/// <summary>The import as it is now and after every batch.</summary>
internal static class ImportProgressed
{
    public static async IAsyncEnumerable<Import> Run(ImportId importId, ChangeFeed feed, IServiceScopeFactory scopes, Caller caller, [EnumeratorCancellation] CancellationToken ct)
    {
        // Listening before looking: what changes in between is heard.
        var changes = feed.Listen(nameof(Import), ct);
        if (await Load(importId, scopes, caller, ct) is { } now)
        {
            yield return now;
        }

        await foreach (var change in changes.Where(c => c.Id == importId.Value).WithCancellation(ct))
        {
            if (await Load(new ImportId(change.Id), scopes, caller, ct) is { } import)
            {
                yield return import;
            }
        }
    }

    private static async Task<Import?> Load(ImportId id, IServiceScopeFactory scopes, Caller caller, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CallerHolder>().Caller = caller;
        return await GetImport.Run(id, scope.ServiceProvider.GetRequiredService<CrmDb>(), ct);
    }
}
