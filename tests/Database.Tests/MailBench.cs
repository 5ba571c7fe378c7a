using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Values;
using ServiceCrm.Testing;

namespace ServiceCrm.Database.Tests;

/// <summary>A server, the mail server it sends to, and a clock that stands still.</summary>
internal sealed class MailBench : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeClock? _clock;

    private MailBench(TestServer server, MailServer post, FakeClock? clock)
    {
        Server = server;
        Post = post;
        _clock = clock;
    }

    public TestServer Server { get; }

    public MailServer Post { get; }

    public FakeClock Clock => _clock ?? throw new InvalidOperationException("This bench runs on real time.");

    public MailRelay Relay => Server.Services.GetRequiredService<MailRelay>();

    /// <param name="engine">The engine.</param>
    /// <param name="relayRuns">Whether the server delivers by itself; otherwise only when a test says so.</param>
    /// <param name="realTime">For several nodes, which must agree about the time.</param>
    public static async Task<MailBench> Open(DatabaseProvider engine, bool relayRuns = false, bool realTime = false)
    {
        var clock = realTime ? null : new FakeClock(Start);
        var post = MailServer.Start();
        var bench = new MailBench(await TestServer.Start(engine, clock, settings: post.Settings()), post, clock);
        if (!relayRuns)
        {
            await bench.Relay.StopAsync(CancellationToken.None);
        }

        return bench;
    }

    public static OutgoingMail Mail(string subject = "Good morning") => new("test.greeting", EmailAddress.Parse("ada@example.org"), subject, "Hello.\n");

    public Task<MailId> Send(OutgoingMail? mail = null) => Server.InScope(async (_, db) =>
    {
        var id = db.Send(mail ?? Mail());
        await db.SaveChangesAsync();
        return id;
    });

    public Task Deliver() => Server.DeliverMail();

    public Task<SentMail> Read(MailId id) => Server.InScope((_, db) => db.Mails.AsNoTracking().SingleAsync(m => m.Id == id));

    /// <summary>Changes rows as another node or a kill would leave them.</summary>
    public Task<int> Change(Func<IQueryable<SentMail>, Task<int>> change) => Server.InScope((_, db) => db.InTransaction(() => change(db.Mails), CancellationToken.None));

    /// <summary>Moves the clock to the next try.</summary>
    public async Task UntilDue(MailId id) => Clock.Advance((await Read(id)).DueAt!.Value - Clock.GetUtcNow());

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        await Post.DisposeAsync();
    }
}
