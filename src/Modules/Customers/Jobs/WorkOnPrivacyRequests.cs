using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Customers;

/// <summary>Wakes the worker of this process after the commit that gave it something to do.</summary>
internal sealed class PrivacyQueue
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
            // Time to look for requests whose moment has come, and for those that another node has left behind.
        }
    }
}

/// <summary>Works on privacy requests one after the other, also on those that a stopped or killed process left unfinished.</summary>
internal sealed class WorkOnPrivacyRequests(
    IServiceProvider services, ExportWork exports, ErasureWork erasures, PrivacySteps steps, PrivacyQueue queue, TimeProvider clock, ILogger<WorkOnPrivacyRequests> log)
    : BackgroundService
{
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(10);

    /// <summary>Works until nothing is left to do now.</summary>
    public async Task WorkOff(CancellationToken ct)
    {
        var erased = false;
        while (await Claim(ct) is { } request)
        {
            await WorkOn(request, ct);
            erased |= request.Kind == PrivacyKind.Erasure;
        }

        await steps.DeleteReleased(ct);
        if (erased)
        {
            await steps.CleanTraces(ct);
        }
    }

    /// <summary>On SQLite there is one process: what somebody else holds, a process held that is no more.</summary>
    public async Task TakeOverAfterRestart(CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        if (Engine.Of(db) == DatabaseProvider.Sqlite)
        {
            await db.InTransaction(() => db.PrivacyRequests.Where(r => r.HeldBy != null).ExecuteUpdateAsync(set => set.SetProperty(r => r.HeldUntil, (DateTimeOffset?)null), ct), ct);
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
                log.LogError(failure, "Privacy requests could not be worked on; looking again in {Seconds} s", Poll.TotalSeconds);
            }

            await queue.Wait(Poll, clock, stoppingToken);
        }
    }

    private async Task<PrivacyRequest?> Claim(CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        var now = clock.Now();
        // Of two requests of one customer the later one waits for the end of the first.
        var all = db.PrivacyRequests;
        var request = await all
            .Where(r => (r.State == PrivacyState.Running || (r.State == PrivacyState.Open && r.StartsAt <= now
                && !all.Any(o => o.CustomerId == r.CustomerId && o.State == PrivacyState.Running))) && (r.HeldUntil == null || r.HeldUntil < now))
            .OrderBy(r => r.StartsAt).ThenBy(r => r.Id).FirstOrDefaultAsync(ct);
        if (request is null)
        {
            return null;
        }

        request.Take(queue.Node, now + PrivacySteps.Lease, now);
        try
        {
            await db.SaveChangesAsync(ct);
            return request;
        }
        catch (Conflict)
        {
            // Another node took it first, or it was cancelled; look for the next one.
            return await Claim(ct);
        }
    }

    private async Task WorkOn(PrivacyRequest request, CancellationToken ct)
    {
        try
        {
            await (request.Kind == PrivacyKind.Export ? exports.Run(request.Id, queue.Node, ct) : erasures.Run(request.Id, queue.Node, ct));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await End(request.Id, r => r.Wait(clock.Now()));
            throw;
        }
        catch (Exception failure)
        {
            log.LogError(failure, "Privacy request {Request} failed", request.Id.Value);
            await End(request.Id, r => r.Fail("Something unexpected went wrong; what the report names is done. The log of the server tells more. Ask for it again.", clock.Now()));
        }
    }

    private Task<PrivacyRequest?> End(PrivacyRequestId id, Action<PrivacyRequest> end) => steps.Step(
        id,
        queue.Node,
        (_, request) =>
        {
            end(request);
            return Task.CompletedTask;
        },
        CancellationToken.None);
}
