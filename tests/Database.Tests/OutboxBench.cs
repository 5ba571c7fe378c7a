using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Events;
using ServiceCrm.Testing;

namespace ServiceCrm.Database.Tests;

/// <summary>Something rang: an event of these tests only.</summary>
internal sealed record Rang(string Text) : IEvent;

/// <summary>A server with one more reaction, of which tests decide what it does, and a clock that stands still.</summary>
internal sealed class OutboxBench : IAsyncDisposable
{
    public const string Reaction = "ListenWhenRang";
    private const string Trace = "Written by the reaction";

    private readonly ConcurrentQueue<string> _heard = [];

    private OutboxBench(TestServer server, FakeClock clock)
    {
        Server = server;
        Clock = clock;
    }

    public TestServer Server { get; }

    public FakeClock Clock { get; }

    public OutboxRelay Relay => Server.Services.GetRequiredService<OutboxRelay>();

    public IReadOnlyCollection<string> Heard => _heard;

    /// <summary>What the reaction does in its transaction.</summary>
    public Func<CrmDb, Task>? During { get; set; }

    /// <summary>What the reaction waits for.</summary>
    public Task? Hold { get; set; }

    /// <param name="engine">The engine.</param>
    /// <param name="at">Where the clock stands.</param>
    /// <param name="relayRuns">Whether the server delivers by itself; otherwise only when a test says so.</param>
    public static async Task<OutboxBench> Start(DatabaseProvider engine, DateTimeOffset at, bool relayRuns = false)
    {
        var clock = new FakeClock(at);
        var bench = new OutboxBench(await TestServer.Start(engine, clock), clock);
        bench.Server.Services.GetRequiredService<ReactionList>().On<Rang>(Reaction, async (Rang news, CrmDb db, CancellationToken ct) =>
        {
            db.Add(new OutboxMessage(new DeadLetterId(Guid.CreateVersion7()), Trace, "Nobody", "{}", DateTimeOffset.UnixEpoch.AddYears(200)));
            bench._heard.Enqueue(news.Text);
            await (bench.Hold?.WaitAsync(ct) ?? Task.CompletedTask);
            await (bench.During?.Invoke(db) ?? Task.CompletedTask);
        });
        if (!relayRuns)
        {
            await bench.Relay.StopAsync(CancellationToken.None);
        }

        return bench;
    }

    public async Task<DeadLetterId> Add(string reaction, string payload = """{"text":"ring"}""", string? claimedBy = null, DateTimeOffset? until = null)
    {
        var id = OutboxKeys.Next(Clock.GetUtcNow());
        await Server.InScope((_, db) => db.InTransaction(
            async () =>
            {
                db.Add(new OutboxMessage(id, nameof(Rang), reaction, payload, Clock.GetUtcNow()));
                await db.SaveChangesAsync();
                return claimedBy is null ? 0 : await db.Outbox.Where(m => m.Id == id).ExecuteUpdateAsync(s => s.SetProperty(m => m.LockedBy, claimedBy).SetProperty(m => m.AvailableAt, until!.Value).SetProperty(m => m.Attempts, 1));
            },
            CancellationToken.None));
        return id;
    }

    public Task Deliver() => Server.DeliverEvents();

    public Task<OutboxMessage> Read(DeadLetterId id) => Server.InScope((_, db) => db.Outbox.AsNoTracking().SingleAsync(m => m.Id == id));

    /// <summary>How often the reaction's writes have stayed.</summary>
    public Task<int> Written() => Server.InScope((_, db) => db.Outbox.CountAsync(m => m.Event == Trace));

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
