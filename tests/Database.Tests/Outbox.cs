using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Database.Tests;

/// <summary>How events are delivered when things go wrong, alike on every engine.</summary>
public sealed class Outbox
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EachEngine]
    public async Task The_wait_between_tries_grows_and_after_ten_the_message_is_dead(DatabaseProvider engine)
    {
        await using var outbox = await OutboxBench.Start(engine, Start);
        var id = await outbox.Add("NoSuchReaction");
        var waits = new List<double>();
        for (var i = 1; i < OutboxMessage.MaxAttempts; i++)
        {
            await outbox.Deliver();
            var tried = await outbox.Read(id);
            tried.Attempts.ShouldBe(i);
            tried.LockedBy.ShouldBeNull();
            waits.Add((tried.AvailableAt - outbox.Clock.GetUtcNow()).TotalSeconds);
            outbox.Clock.Advance(tried.AvailableAt - outbox.Clock.GetUtcNow());
        }

        waits.ShouldBe([1, 4, 9, 16, 25, 36, 49, 64, 81]);
        await outbox.Deliver();
        var dead = await outbox.Read(id);
        dead.State.ShouldBe(OutboxState.Dead);
        dead.FinishedAt.ShouldBe(outbox.Clock.GetUtcNow());
        outbox.Clock.Advance(TimeSpan.FromDays(1));
        (await outbox.Relay.DeliverDue(Ct)).ShouldBe(0);
    }

    [Theory]
    [EachEngine]
    public async Task Events_of_one_save_arrive_in_the_order_in_which_they_were_raised(DatabaseProvider engine)
    {
        await using var outbox = await OutboxBench.Start(engine, Start);
        await outbox.Server.InScope(async (_, db) =>
        {
            db.AddRange(Enumerable.Range(0, 40).Select(i => new OutboxMessage(OutboxKeys.Next(Start), "Rang", OutboxBench.Reaction, $$"""{"text":"{{i}}"}""", Start)).Reverse());
            return await db.SaveChangesAsync(Ct);
        });
        await outbox.Deliver();
        outbox.Heard.ShouldBe(Enumerable.Range(0, 40).Select(i => $"{i}"));
    }

    [Theory]
    [EachEngine]
    public async Task A_message_that_nobody_can_read_does_not_stop_the_others(DatabaseProvider engine)
    {
        await using var outbox = await OutboxBench.Start(engine, Start);
        var bad = new List<DeadLetterId>();
        foreach (var payload in new[] { "", "{", "[]", "42", "null", "{\"text\":{}}" })
        {
            bad.Add(await outbox.Add(OutboxBench.Reaction, payload));
        }

        bad.Add(await outbox.Add("RemovedInThisVersion"));
        var good = await outbox.Add(OutboxBench.Reaction, """{"text":"good","fromALaterVersion":[1]}""");
        await outbox.Deliver();
        (await outbox.Read(good)).State.ShouldBe(OutboxState.Done);
        outbox.Heard.ShouldBe(["good"]);
        foreach (var id in bad)
        {
            var message = await outbox.Read(id);
            message.State.ShouldBe(OutboxState.Waiting);
            message.Attempts.ShouldBe(1);
            message.LastError.ShouldNotBeNullOrWhiteSpace();
        }
    }

    [Theory]
    [EachEngine]
    public async Task What_a_dead_node_has_claimed_is_taken_over_when_its_lease_is_over_and_not_before(DatabaseProvider engine)
    {
        await using var outbox = await OutboxBench.Start(engine, Start);
        var id = await outbox.Add(OutboxBench.Reaction, claimedBy: "a dead node", until: Start.AddMinutes(2));
        outbox.Clock.Advance(TimeSpan.FromSeconds(119));
        (await outbox.Relay.DeliverDue(Ct)).ShouldBe(0);
        outbox.Heard.ShouldBeEmpty();
        outbox.Clock.Advance(TimeSpan.FromSeconds(1));
        await outbox.Deliver();
        (await outbox.Read(id)).State.ShouldBe(OutboxState.Done);
        outbox.Heard.Count.ShouldBe(1);
    }

    [Theory]
    [EachEngine]
    public async Task A_relay_that_has_lost_its_lease_writes_nothing_and_marks_nothing(DatabaseProvider engine)
    {
        await using var outbox = await OutboxBench.Start(engine, Start);
        var id = await outbox.Add(OutboxBench.Reaction);
        outbox.During = db => db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(s => s.SetProperty(m => m.LockedBy, "another node").SetProperty(m => m.AvailableAt, Start.AddMinutes(5)), Ct);
        await outbox.Relay.DeliverDue(Ct);
        outbox.Heard.Count.ShouldBe(1);
        var message = await outbox.Read(id);
        message.State.ShouldBe(OutboxState.Waiting);
        message.LastError.ShouldBeNull();
        (await outbox.Written()).ShouldBe(0);

        outbox.During = null;
        outbox.Clock.Advance(TimeSpan.FromMinutes(3));
        await outbox.Deliver();
        (await outbox.Read(id)).State.ShouldBe(OutboxState.Done);
        (await outbox.Written()).ShouldBe(1);
    }

    [Theory]
    [EachEngine]
    public async Task A_stop_waits_for_the_reaction_at_work_and_gives_the_rest_back_untried(DatabaseProvider engine)
    {
        await using var outbox = await OutboxBench.Start(engine, Start, relayRuns: true);
        var gate = new TaskCompletionSource();
        outbox.Hold = gate.Task;
        var (first, second) = (await outbox.Add(OutboxBench.Reaction), await outbox.Add(OutboxBench.Reaction));
        await outbox.Server.Services.GetRequiredService<OutboxSignal>().Wake();
        await HostProcess.Until(() => outbox.Heard.Count == 1);
        var stop = outbox.Relay.StopAsync(Ct);
        stop.IsCompleted.ShouldBeFalse();
        gate.SetResult();
        await stop;
        (await outbox.Read(first)).State.ShouldBe(OutboxState.Done);
        var rest = await outbox.Read(second);
        (rest.State, rest.LockedBy, rest.Attempts, rest.AvailableAt).ShouldBe((OutboxState.Waiting, null, 0, Start));
    }

    [Theory]
    [EachEngine]
    public async Task A_reaction_that_outlasts_the_patience_of_a_stop_is_undone_and_given_back(DatabaseProvider engine)
    {
        await using var outbox = await OutboxBench.Start(engine, Start, relayRuns: true);
        outbox.Hold = new TaskCompletionSource().Task;
        var id = await outbox.Add(OutboxBench.Reaction);
        await outbox.Server.Services.GetRequiredService<OutboxSignal>().Wake();
        await HostProcess.Until(() => outbox.Heard.Count == 1);
        using var patience = new CancellationTokenSource();
        var stop = outbox.Relay.StopAsync(patience.Token);
        await patience.CancelAsync();
        await HostProcess.Until(() => outbox.Relay.ExecuteTask!.IsCompleted);
        await stop;
        var message = await outbox.Read(id);
        (message.State, message.LockedBy, message.Attempts).ShouldBe((OutboxState.Waiting, null, 0));
        (await outbox.Written()).ShouldBe(0);
    }

    [Theory]
    [EachEngine]
    public async Task Jobs_run_by_the_clock_and_on_the_servers_stand_in_the_database(DatabaseProvider engine)
    {
        await using var server = await TestServer.Start(engine);
        var scheduler = await server.Services.GetRequiredService<ISchedulerFactory>().GetScheduler(Ct);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = new CancellationTokenSource(HostProcess.Limit);
        ITrigger trigger;
        while ((trigger = (await scheduler.GetTrigger(new TriggerKey("RemoveExpiredRows"), Ct))!).PreviousFireTimeUtc is null)
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }

        (trigger.NextFireTimeUtc - trigger.PreviousFireTimeUtc).ShouldBe(TimeSpan.FromHours(1));
        var store = await scheduler.GetMetadata(Ct);
        store.JobStoreClustered.ShouldBe(engine != DatabaseProvider.Sqlite);
        if (engine == DatabaseProvider.PostgreSql)
        {
            (await server.InScope((_, db) => db.Database.SqlQueryRaw<string>("SELECT job_name AS \"Value\" FROM jobs.qrtz_triggers").ToListAsync(Ct))).ShouldContain("RemoveExpiredRows");
            (await server.InScope((_, db) => db.Database.SqlQueryRaw<string>("SELECT instance_name AS \"Value\" FROM jobs.qrtz_scheduler_state").ToListAsync(Ct))).ShouldBe([store.SchedulerInstanceId]);
        }
    }
}
