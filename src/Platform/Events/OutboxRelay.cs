using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Events;

/// <summary>
/// Delivers outbox messages to their reactions. Each runs in a fresh scope as the system; its writes and the done-mark
/// are one transaction, fenced by the lease: a node that was frozen past its lease writes nothing.
/// </summary>
public sealed class OutboxRelay(IServiceProvider services, ReactionList reactions, OutboxSignal signal, TimeProvider clock, ILogger<OutboxRelay> log) : BackgroundService
{
    private const int Batch = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan TimeToUndo = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource _patience = new();
    private readonly string _node = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>Delivers what is due now, once. Used by the loop and by tests and verbs that cannot wait for it.</summary>
    /// <returns>how many messages were tried</returns>
    public async Task<int> DeliverDue(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        List<OutboxMessage> claimed;
        await using (var scope = services.For(Caller.System))
        {
            claimed = await OutboxClaims.Take(scope.ServiceProvider.GetRequiredService<CrmDb>(), _node, Batch, Lease, clock.Now(), _patience.Token);
        }

        for (var i = 0; i < claimed.Count; i++)
        {
            if (ct.IsCancellationRequested)
            {
                await GiveBack([.. claimed.Skip(i).Select(m => m.Id)]);
                ct.ThrowIfCancellationRequested();
            }

            await Deliver(claimed[i], _patience.Token);
        }

        return claimed.Count;
    }

    /// <summary>The reaction at work may finish as long as the host waits; then it is cut off and undone. The rest is given back.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (ExecuteTask is { IsCompleted: false } working)
        {
            await _patience.CancelAsync();
            await working.WaitAsync(TimeToUndo, CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public override void Dispose()
    {
        _patience.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var started = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (!started)
                {
                    await TakeOverAlone(stoppingToken);
                    started = true;
                }

                while (await DeliverDue(stoppingToken) > 0)
                {
                }

                await signal.Wait(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The outbox could not be read; trying again in {Seconds} s", Poll.TotalSeconds);
                await Task.Delay(Poll, clock, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    /// <summary>On SQLite there is one process: what is claimed when it starts was claimed by one that was killed, and need not wait for its lease.</summary>
    private async Task TakeOverAlone(CancellationToken ct)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        if (Engine.Of(db) == DatabaseProvider.Sqlite)
        {
            await OutboxClaims.GiveBack(db, db.Outbox.Where(m => m.LockedBy != null && m.LockedBy != _node), untried: 0, clock.Now(), ct);
        }
    }

    private async Task GiveBack(IReadOnlyList<DeadLetterId> messages)
    {
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        await OutboxClaims.GiveBack(db, db.Outbox.Where(m => m.LockedBy == _node && messages.Contains(m.Id)), untried: 1, clock.Now(), CancellationToken.None);
    }

    private async Task Deliver(OutboxMessage message, CancellationToken ct)
    {
        try
        {
            var reaction = reactions.Find(message.Reaction) ?? throw new InvalidOperationException($"There is no reaction named {message.Reaction} in this version.");
            await using var scope = services.For(Caller.System);
            var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
            await db.InTransaction(
                async () =>
                {
                    await reaction.Invoke(message.Payload, scope.ServiceProvider, ct);
                    await db.SaveChangesAsync(ct);
                    await MarkDone(db, message, ct);
                },
                ct);
        }
        catch (LeaseLost)
        {
            log.LogWarning("Outbox message {Id} took longer than its lease; its work was undone and is left to the next holder", message.Id.Value);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await GiveBack([message.Id]);
            throw;
        }
        catch (Exception failure)
        {
            log.LogWarning(failure, "{Reaction} failed on try {Attempt}", message.Reaction, message.Attempts);
            await MarkFailed(message, failure, ct);
        }
    }

    private async Task MarkDone(CrmDb db, OutboxMessage message, CancellationToken ct)
    {
        var now = clock.Now();
        var mine = await db.Outbox
            .Where(m => m.Id == message.Id && m.State == OutboxState.Waiting && m.LockedBy == _node && m.AvailableAt == message.AvailableAt)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, OutboxState.Done).SetProperty(m => m.FinishedAt, now), ct);
        if (mine == 0)
        {
            throw new LeaseLost();
        }
    }

    private async Task MarkFailed(OutboxMessage message, Exception failure, CancellationToken ct)
    {
        var now = clock.Now();
        var dead = message.Attempts >= OutboxMessage.MaxAttempts;
        var next = now + BackOff(message.Attempts);
        var error = SafeText.Cut(SafeText.Mend(failure.ToString()), 4000);
        await using var scope = services.For(Caller.System);
        var db = scope.ServiceProvider.GetRequiredService<CrmDb>();
        await db.InTransaction(
            () => db.Outbox
                .Where(m => m.Id == message.Id && m.State == OutboxState.Waiting && m.LockedBy == _node)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.State, dead ? OutboxState.Dead : OutboxState.Waiting)
                        .SetProperty(m => m.AvailableAt, next)
                        .SetProperty(m => m.LockedBy, (string?)null)
                        .SetProperty(m => m.LastError, error)
                        .SetProperty(m => m.FinishedAt, dead ? now : (DateTimeOffset?)null),
                    ct),
            ct);
    }

    /// <summary>1 s, 4 s, 9 s ... 100 s: ten tries over about six minutes.</summary>
    private static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(attempts * attempts);

    private sealed class LeaseLost : Exception;
}
