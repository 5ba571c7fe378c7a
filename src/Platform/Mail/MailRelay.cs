using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Security;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Mail;

/// <summary>
/// Hands planned mails to the transport. Claims them by lease in batches, but begins and marks each by itself under the fencing
/// token, so that a kill repeats at most the one mail that was on the wire.
/// </summary>
public sealed class MailRelay(IServiceProvider services, IMailTransport transport, MailDesk desk, IOptions<MailOptions> options, TimeProvider clock, ILogger<MailRelay> log) : BackgroundService
{
    private const int Batch = 50;
    private const int MarkTries = 5;
    // Short, so that the rest of a dead node's batch comes free soon: a try that begins late finds out whether it still holds the mail.
    private static readonly TimeSpan WaitingLease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan TimeToUndo = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource _patience = new();
    private readonly string _node = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}";
    private DateTimeOffset _pausedUntil;
    private int _serverFailures;

    /// <summary>Hands over what is due now, once. Used by the loop and by tests that cannot wait for it.</summary>
    /// <returns>how many mails were claimed</returns>
    public async Task<int> DeliverDue(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (clock.Now() < _pausedUntil)
        {
            return 0;
        }

        var claimed = await WithDb(db => MailClaims.Take(db, _node, Batch, WaitingLease, clock.Now(), _patience.Token));
        await using var session = transport.Open();
        for (var i = 0; i < claimed.Count; i++)
        {
            if (ct.IsCancellationRequested || !await Deliver(claimed[i], session, _patience.Token))
            {
                await GiveBack([.. claimed.Skip(i).Select(m => m.Id)]);
                ct.ThrowIfCancellationRequested();
                break;
            }
        }

        return claimed.Count;
    }

    /// <summary>The mail on the wire may be finished as long as the host waits; then it is cut off. The rest is given back.</summary>
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
        if (transport.Remark is { } remark && log.IsEnabled(LogLevel.Information))
        {
            log.LogInformation("{Remark}", remark);
        }

        var started = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                started = started || await TakeOverAlone();
                while (await DeliverDue(stoppingToken) > 0)
                {
                }

                await desk.Wait(Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                log.LogError(failure, "The ledger of mails could not be read; trying again in {Seconds} s", Poll.TotalSeconds);
                await Task.Delay(Poll, clock, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <summary>On SQLite there is one process: what is claimed when it starts was claimed by one that was killed, and need not wait for its lease.</summary>
    private async Task<bool> TakeOverAlone()
    {
        await WithDb(db => Engine.Of(db) == DatabaseProvider.Sqlite ? MailClaims.GiveBack(db, db.Mails.Where(m => m.ClaimedBy != _node), clock.Now()) : Task.FromResult(0));
        return true;
    }

    private Task<int> GiveBack(IReadOnlyList<MailId> mails) =>
        WithDb(db => MailClaims.GiveBack(db, db.Mails.Where(m => m.ClaimedBy == _node && mails.Contains(m.Id)), clock.Now()));

    /// <returns>false when the server cannot be used now, and the rest of the batch need not try</returns>
    private async Task<bool> Deliver(SentMail mail, IMailSession session, CancellationToken ct)
    {
        if (!await Mark(mail, m => m.Begin(clock.Now(), options.Value.Lease)) || mail.State != MailState.Claimed)
        {
            return true;
        }

        try
        {
            var answer = await session.HandOver(MailParcel.Of(mail, options.Value), ct);
            _serverFailures = 0;
            await Mark(mail, m => m.End(answer, clock.Now()));
            if (answer.Outcome != MailOutcome.Taken)
            {
                // The codes only: servers quote addresses and texts. Their words are in the ledger.
                log.LogWarning("Mail {Id} ({Kind}), try {Attempt}: {Outcome}, {Code}", mail.Id.Value, mail.Kind, mail.Attempts, answer.Outcome, answer.Code);
            }

            return true;
        }
        catch (MailServerException unusable)
        {
            await Mark(mail, m => m.TryAgain(unusable.Message, clock.Now()));
            Pause(unusable);
            return false;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await Mark(mail, m => m.GiveBack(clock.Now()));
            throw;
        }
        catch (FormatException unfit)
        {
            await Mark(mail, m => m.Fail(unfit.Message, clock.Now()));
            return true;
        }
        catch (Exception fault)
        {
            log.LogError(fault, "Mail {Id} ({Kind}) could not be handed over", mail.Id.Value, mail.Kind);
            await Mark(mail, m => m.TryAgain(fault.GetType().Name, clock.Now()));
            return true;
        }
    }

    /// <summary>5 s, 10 s ... a minute: a server that is away is not asked by every mail in turn.</summary>
    private void Pause(MailServerException why)
    {
        var pause = TimeSpan.FromSeconds(Math.Min(LongestPause.TotalSeconds, 5 * ++_serverFailures));
        _pausedUntil = clock.Now() + pause;
        log.LogWarning(why, "The mail server cannot be used: {Why} Trying again in {Seconds} s", why.Message, pause.TotalSeconds);
    }

    /// <summary>Saves a change of the mail under its fencing token; tries hard, because a mail that is not marked as sent is sent again.</summary>
    /// <returns>false when somebody else has claimed it meanwhile</returns>
    private async Task<bool> Mark(SentMail mail, Action<SentMail> change)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                await WithDb(db => Save(db, mail, tries == 1 ? change : null));
                return true;
            }
            catch (Conflict)
            {
                log.LogWarning("Mail {Id} took longer than its lease and is left to its next holder", mail.Id.Value);
                return false;
            }
            catch (Exception failure) when (tries < MarkTries)
            {
                log.LogWarning(failure, "Mail {Id} could not be marked on try {Try}", mail.Id.Value, tries);
                await Task.Delay(TimeSpan.FromSeconds(tries), CancellationToken.None);
            }
        }
    }

    private static Task<int> Save(CrmDb db, SentMail mail, Action<SentMail>? change)
    {
        // A repeat no longer knows which columns have changed, and writes them all.
        _ = change is null ? db.Update(mail) : db.Attach(mail);
        change?.Invoke(mail);
        return db.SaveChangesAsync();
    }

    private async Task<T> WithDb<T>(Func<CrmDb, Task<T>> work)
    {
        await using var scope = services.For(Caller.System);
        return await work(scope.ServiceProvider.GetRequiredService<CrmDb>());
    }
}
