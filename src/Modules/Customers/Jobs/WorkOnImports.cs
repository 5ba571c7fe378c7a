using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Wakes the worker of this process after the commit that gave it something to do.</summary>
internal sealed class ImportQueue
{
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>The name of this process in leases.</summary>
    public string Node { get; } = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    public Task Wake()
    {
        _wake.Writer.TryWrite(true);
        return Task.CompletedTask;
    }

    public async Task Wait(TimeSpan longest, TimeProvider clock, CancellationToken ct)
    {
        using var limit = new CancellationTokenSource(longest, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, limit.Token);
        try
        {
            await _wake.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // Time to look for imports that another node has left behind.
        }
    }
}

/// <summary>Works on imports one after the other, first of all on those that a stopped or killed process left unfinished.</summary>
internal sealed class WorkOnImports(IServiceProvider services, ImportWork work, ImportQueue queue, TimeProvider clock, IOptions<CustomersOptions> options, ILogger<WorkOnImports> log)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(15);

    /// <summary>Works until nothing is left to do.</summary>
    public async Task WorkOff(CancellationToken ct)
    {
        while (await Claim(ct) is { } id)
        {
            await WorkOn(id, ct);
        }
    }

    /// <summary>On SQLite there is one process: what somebody else holds, a process held that is no more.</summary>
    public async Task TakeOverAfterRestart(CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        if (Engine.Of(db) == DatabaseProvider.Sqlite)
        {
            await db.InTransaction(() => db.Imports.Where(i => i.HeldBy != null).ExecuteUpdateAsync(set => set.SetProperty(i => i.HeldUntil, (DateTimeOffset?)null), ct), ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var first = true;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (first)
                {
                    await TakeOverAfterRestart(stoppingToken);
                    first = false;
                }

                await WorkOff(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "Imports could not be worked on; looking again in {Seconds} s", Poll.TotalSeconds);
            }

            await queue.Wait(Poll, clock, stoppingToken);
        }
    }

    private async Task<ImportId?> Claim(CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        var now = clock.Now();
        var import = await db.Imports
            .Where(i => (i.State == ImportState.Checking || i.State == ImportState.Running || i.State == ImportState.Undoing) && (i.HeldUntil == null || i.HeldUntil < now))
            .OrderBy(i => i.StartedAt).FirstOrDefaultAsync(ct);
        if (import is null)
        {
            return null;
        }

        import.Hold(queue.Node, now + options.Value.ImportLease);
        try
        {
            await db.SaveChangesAsync(ct);
            return import.Id;
        }
        catch (Conflict)
        {
            if (log.IsEnabled(LogLevel.Information))
            {
                log.LogInformation("Another node took import {Import} first", import.Id.Value);
            }

            return null;
        }
    }

    private async Task WorkOn(ImportId id, CancellationToken ct)
    {
        try
        {
            await work.Run(id, queue.Node, ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await Change(id, import => import.Release());
            throw;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Import {Import} failed", id.Value);
            await Change(id, import => import.Fail("Something unexpected went wrong; the rows up to the last committed one are in. The log of the server tells more.", clock.Now()));
        }
    }

    private async Task Change(ImportId id, Action<Import> change)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        var import = await db.Imports.FirstAsync(i => i.Id == id);
        if (import.HeldBy == queue.Node)
        {
            change(import);
            await db.SaveChangesAsync();
        }
    }
}
