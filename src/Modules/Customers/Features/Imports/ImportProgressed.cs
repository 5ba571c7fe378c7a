using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Security;

namespace ServiceCrm.Customers;

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
