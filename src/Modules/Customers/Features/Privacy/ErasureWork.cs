using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Customers.Contract;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Files;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>
/// Erases one customer: the modules from right to left, each in a transaction of its own, then the files of imports, and the
/// customer's own row last. What a killed process has done is in the report and not done again.
/// </summary>
internal sealed class ErasureWork(IServiceProvider services, PrivacySteps steps, FileStore store, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    public async Task Run(PrivacyRequestId id, string node, CancellationToken ct)
    {
        var request = await steps.Load(id, ct);
        if (!await IsReady(request.CustomerId, ct))
        {
            await steps.Step(id, node, (_, r) => Do(() => r.Wait(clock.Now() + Pause)), ct);
            return;
        }

        var others = Modules();
        foreach (var module in others.Where(m => !request.HasReportOf(m)))
        {
            if (await steps.Step(id, node, (at, r) => EraseIn([module], at, r, ct), ct) is not { State: PrivacyState.Running })
            {
                return;
            }
        }

        await CleanImports(request, node, ct);
        // Everybody once more, in one transaction with the customer: what came in since the first time goes too.
        await steps.Step(id, node, (at, r) => Finish([.. others, CustomersModule.ModuleName], at, r, ct), ct);
    }

    /// <summary>Every module but this one, from right to left.</summary>
    private List<string> Modules()
    {
        using var scope = services.CreateScope();
        return [.. scope.ServiceProvider.GetServices<IPersonalData>().Select(m => m.Name).Where(n => n != CustomersModule.ModuleName).Reverse()];
    }

    /// <summary>Whether nothing is on its way that would write of the customer again: events, and imports that run.</summary>
    private async Task<bool> IsReady(CustomerId customer, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        return !await db.HasWaitingEvents(customer.Value, ct)
            && !await db.Imports.AnyAsync(i => i.State == ImportState.Checking || i.State == ImportState.Running || i.State == ImportState.Undoing, ct);
    }

    private async Task Finish(IReadOnlyList<string> modules, IServiceProvider at, PrivacyRequest request, CancellationToken ct)
    {
        await EraseIn(modules, at, request, ct);
        if (request.State == PrivacyState.Running)
        {
            request.Finish(clock.Now());
            at.GetRequiredService<CrmDb>().Log(RecordedWish.News(SecurityEvents.CustomerErased, request));
            await EngineTraces.CompactSearch(at.GetRequiredService<CrmDb>(), ct);
        }
    }

    private async Task EraseIn(IReadOnlyList<string> names, IServiceProvider at, PrivacyRequest request, CancellationToken ct)
    {
        var modules = at.GetServices<IPersonalData>().ToList();
        var objections = new List<string>();
        foreach (var module in modules)
        {
            objections.AddRange(await module.ObjectionsToErasure(request.CustomerId, ct));
        }

        if (objections.Count > 0)
        {
            request.Refuse(string.Join(' ', objections), clock.Now());
            return;
        }

        var notice = await Notice(at.GetRequiredService<CrmDb>(), request, ct);
        foreach (var name in names)
        {
            request.Add(name, await modules.Single(m => m.Name == name).Erase(request.CustomerId, notice, ct));
        }
    }

    private async Task<ErasureNotice> Notice(CrmDb db, PrivacyRequest request, CancellationToken ct)
    {
        var customer = await db.Customers.AsNoTracking().AsSingleQuery().FirstOrDefaultAsync(c => c.Id == request.CustomerId, ct);
        return new ErasureNotice(request.Id.Value, clock.Now(), customer?.DisplayName ?? "", Keys(ContactPointKind.Email), Keys(ContactPointKind.Phone));

        List<string> Keys(ContactPointKind kind) => [.. (customer?.ContactPoints ?? []).Where(p => p.Kind == kind).Select(p => p.Key)];
    }

    /// <summary>Rewriting files takes long and is done outside the transaction that takes them into use.</summary>
    private async Task CleanImports(PrivacyRequest request, string node, CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        var person = await Person.Of(db, request.CustomerId, ct);
        foreach (var import in await db.Imports.AsNoTracking().OrderBy(i => i.CreatedAt).ToListAsync(ct))
        {
            var file = await db.Files.AsNoTracking().FirstOrDefaultAsync(f => f.Id == import.FileId, ct);
            if (file is not null && await CleanedImport.Make(import, file, person, store, ct) is { } clean)
            {
                await steps.Step(request.Id, node, async (at, r) => r.Add(CustomersModule.ModuleName, await clean.Use(at.GetRequiredService<CrmDb>(), store, ct)), ct);
            }
        }
    }

    private static Task Do(Action change)
    {
        change();
        return Task.CompletedTask;
    }
}
