using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Database.Tests;

/// <summary>Several relays, dead and frozen nodes, stops, and a mail server that is away; alike on every engine.</summary>
public sealed class MailRelays
{
    private const int Many = 120;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EachEngine]
    public async Task Two_relays_at_once_send_each_mail_once(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine, realTime: true);
        await SendMany(bench);
        var relays = new List<MailRelay> { bench.Relay };
        TestServer? node = null;
        if (engine == DatabaseProvider.Sqlite)
        {
            relays.Add(ActivatorUtilities.CreateInstance<MailRelay>(bench.Server.Services));
        }
        else
        {
            node = await bench.Server.StartNode(bench.Post.Settings());
            relays.Add(node.Services.GetRequiredService<MailRelay>());
        }

        await Task.WhenAll(relays.Select(async relay =>
        {
            while (await relay.DeliverDue(Ct) > 0)
            {
            }
        }));
        await bench.Deliver();
        bench.Post.Received.Select(m => m.Message.MessageId).ShouldBeUnique();
        bench.Post.Received.Count.ShouldBe(Many);
        (await bench.Server.InScope((_, db) => db.Mails.CountAsync(m => m.State == MailState.HandedOver && m.Attempts == 1, Ct))).ShouldBe(Many);
        await (node?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    [Theory]
    [EachEngine]
    public async Task What_a_dead_node_has_claimed_is_taken_over_when_its_lease_is_over_and_not_before(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine);
        var id = await bench.Send();
        var until = MailBench.Start.AddMinutes(5);
        await bench.Change(mails => mails.ExecuteUpdateAsync(s => s.SetProperty(m => m.State, MailState.Claimed).SetProperty(m => m.ClaimedBy, "a dead node").SetProperty(m => m.DueAt, until).SetProperty(m => m.Attempts, 1), Ct));
        bench.Clock.Advance(TimeSpan.FromSeconds(299));
        (await bench.Relay.DeliverDue(Ct)).ShouldBe(0);
        bench.Clock.Advance(TimeSpan.FromSeconds(1));
        await bench.Deliver();
        var mail = await bench.Read(id);
        (mail.State, mail.Attempts).ShouldBe((MailState.HandedOver, 2));
        bench.Post.Received.Count.ShouldBe(1);
    }

    [Theory]
    [EachEngine]
    public async Task A_relay_that_has_lost_its_lease_marks_nothing_and_sends_no_more_of_what_it_lost(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine);
        var first = await bench.Send(MailBench.Mail("First"));
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var second = await bench.Send(MailBench.Mail("Second"));
        bench.Post.Fault = async at =>
        {
            if (at == ".")
            {
                // While this node was frozen, another has claimed both.
                await bench.Change(mails => mails.ExecuteUpdateAsync(s => s.SetProperty(m => m.Fence, m => m.Fence + 1).SetProperty(m => m.ClaimedBy, "another node").SetProperty(m => m.DueAt, MailBench.Start.AddHours(1)), Ct));
            }

            return null;
        };
        await bench.Relay.DeliverDue(Ct);
        bench.Post.Received.Select(m => m.Message.Subject).ShouldBe(["First"]);
        foreach (var id in new[] { first, second })
        {
            var mail = await bench.Read(id);
            (mail.State, mail.ClaimedBy, mail.HandedOverAt).ShouldBe((MailState.Claimed, "another node", null));
        }
    }

    [Theory]
    [EachEngine]
    public async Task A_stop_waits_for_the_mail_on_the_wire_and_gives_the_rest_back_untried(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine, relayRuns: true);
        var (arrived, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        bench.Post.Fault = async at =>
        {
            if (at == ".")
            {
                arrived.TrySetResult();
                await gate.Task;
            }

            return null;
        };
        await bench.Server.InScope((_, db) =>
        {
            db.Send(MailBench.Mail("First"));
            db.Send(MailBench.Mail("Second"));
            return db.SaveChangesAsync(Ct);
        });
        await arrived.Task.WaitAsync(HostProcess.Limit, Ct);
        var stop = bench.Relay.StopAsync(Ct);
        stop.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        await stop;
        var mails = await bench.Server.InScope((_, db) => db.Mails.AsNoTracking().OrderBy(m => m.State).ToListAsync(Ct));
        mails.Select(m => (m.State, m.Attempts, m.ClaimedBy)).ShouldBe([(MailState.HandedOver, 1, null), (MailState.Planned, 0, null)]);
        bench.Post.Received.Count.ShouldBe(1);
    }

    [Theory]
    [EachEngine]
    public async Task A_mail_cut_off_by_a_stop_before_its_end_is_given_back_and_after_its_end_is_unknown(DatabaseProvider engine)
    {
        foreach (var (point, expected) in new[] { ("RCPT", (MailState.Planned, 0)), (".", (MailState.Unknown, 1)) })
        {
            await using var bench = await MailBench.Open(engine, relayRuns: true);
            var arrived = new TaskCompletionSource();
            bench.Post.Fault = at =>
            {
                if (at == point)
                {
                    arrived.TrySetResult();
                }

                return Task.FromResult(at == point ? MailFault.Hang : null);
            };
            var id = await bench.Send();
            await arrived.Task.WaitAsync(HostProcess.Limit, Ct);
            using var patience = new CancellationTokenSource();
            var stop = bench.Relay.StopAsync(patience.Token);
            await patience.CancelAsync();
            await HostProcess.Until(() => bench.Relay.ExecuteTask!.IsCompleted);
            await stop;
            var mail = await bench.Read(id);
            (mail.State, mail.Attempts).ShouldBe(expected, point);
            mail.ClaimedBy.ShouldBeNull();
        }
    }

    [Theory]
    [EachEngine]
    public async Task A_server_that_is_away_costs_one_mail_a_try_and_the_others_wait(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine);
        bench.Post.FailAt("CONNECT", new MailFault("554 5.3.2 closed for today", AfterFault.Cut));
        await SendMany(bench);
        await bench.Deliver();
        bench.Post.Connections.ShouldBe(1);
        (await bench.Server.InScope((_, db) => db.Mails.CountAsync(m => m.State == MailState.Planned && m.Attempts == 0 && m.ClaimedBy == null, Ct))).ShouldBe(Many - 1);
        var tried = await bench.Server.InScope((_, db) => db.Mails.AsNoTracking().SingleAsync(m => m.Attempts == 1, Ct));
        tried.LastError!.ShouldContain("554 5.3.2 closed for today");
        bench.Post.Heal();
        bench.Clock.Advance(TimeSpan.FromSeconds(4));
        (await bench.Relay.DeliverDue(Ct)).ShouldBe(0);
        bench.Clock.Advance(TimeSpan.FromSeconds(6));
        await bench.Deliver();
        bench.Post.Received.Select(m => m.Message.MessageId).Distinct().Count().ShouldBe(Many);
        bench.Post.Connections.ShouldBeLessThan(6, "a batch goes over one connection");
    }

    [Theory]
    [EachEngine]
    public async Task What_is_done_leaves_the_ledger_after_its_days_and_secrets_that_failed_are_forgotten_after_a_week(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine);
        bench.Post.FailAt("RCPT", new MailFault("550 5.1.1 no such mailbox"), null);
        var failed = await bench.Send(MailBench.Mail() with { Secret = true });
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await bench.Send();
        await bench.Deliver();
        bench.Clock.Advance(TimeSpan.FromDays(8));
        await Clean(bench);
        (await bench.Read(failed)).Text.ShouldBeNull();
        bench.Clock.Advance(TimeSpan.FromDays(81));
        await Clean(bench);
        (await bench.Server.InScope((_, db) => db.Mails.CountAsync(Ct))).ShouldBe(2);
        var waiting = await bench.Send();
        await bench.Change(mails => mails.Where(m => m.Id == waiting).ExecuteUpdateAsync(s => s.SetProperty(m => m.PlannedAt, MailBench.Start), Ct));
        bench.Clock.Advance(TimeSpan.FromDays(2));
        await Clean(bench);
        (await bench.Server.InScope((_, db) => db.Mails.Select(m => m.Id).ToListAsync(Ct))).ShouldBe([waiting]);
    }

    private static Task<int> SendMany(MailBench bench) => bench.Server.InScope((_, db) =>
    {
        for (var i = 0; i < Many; i++)
        {
            db.Send(MailBench.Mail($"Number {i}"));
        }

        return db.SaveChangesAsync(Ct);
    });

    private static async Task Clean(MailBench bench)
    {
        var job = typeof(CrmDb).Assembly.GetType("ServiceCrm.Platform.Jobs.RemoveExpiredRows")!.GetMethod("Run")!;
        await bench.Server.InScope(async (services, _) =>
        {
            await (Task)job.Invoke(null, [.. job.GetParameters().Select(p => p.ParameterType == typeof(CancellationToken) ? Ct : services.GetRequiredService(p.ParameterType))])!;
            return true;
        });
    }
}
