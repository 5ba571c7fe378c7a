using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Host.Tests;

/// <summary>Kills of a server that sends mail, at each point of a hand-over: nothing is lost, and a kill repeats one mail at most.</summary>
public sealed class KilledMailer
{
    private const int Mails = 300;
    private const int MailsInARequest = 20;

    [Fact]
    public async Task A_server_killed_again_and_again_while_it_sends_300_mails_loses_none_and_repeats_at_most_one_for_each_kill()
    {
        using var folder = new TempFolder();
        await using var post = MailServer.Start();
        post.FailAt("CONNECT", new MailFault("421 4.3.2 not yet", AfterFault.Cut));
        await Plan(folder.Path, post);

        // Point of the kill, how many are taken by then, and whether the mail at that point counts as taken.
        (string At, int Taken, MailFault? Fault)[] kills =
        [
            ("CONNECT", 0, MailFault.Hang), ("MAIL", 30, MailFault.Hang), (".", 71, MailFault.Hang with { Takes = true }), ("RCPT", 103, MailFault.Hang),
            (".", 160, MailFault.Hang with { Takes = true }), (".", 204, MailFault.Hang), ("MAIL", 250, null), (".", 281, MailFault.Hang with { Takes = true }),
        ];
        foreach (var kill in kills)
        {
            await RunUntil(folder.Path, post, kill.At, kill.Taken, kill.Fault);
        }

        post.Heal();
        await using var last = HostProcess.Server(folder.Path, Options(post));
        await last.Ready();
        using var database = new DatabaseOnDisk(folder.Path);
        await HandedOver(database);
        var planned = await database.Texts("SELECT message_id FROM platform_mails");
        var received = post.Received.Select(m => m.Message.MessageId!).ToList();
        planned.Count.ShouldBe(Mails);
        planned.Except(received).ShouldBeEmpty("planned, and never sent");
        received.Except(planned).ShouldBeEmpty("sent, and not in the ledger");
        // Each mail that was taken and whose answer the kill swallowed comes again; the kill in the open may swallow one too.
        var swallowed = kills.Count(k => k.Fault is { Takes: true });
        (received.Count - Mails).ShouldBeInRange(swallowed, swallowed + kills.Count(k => k.Fault is null));
        received.GroupBy(id => id, StringComparer.Ordinal).ShouldAllBe(same => same.Count() <= 2);
    }

    /// <summary>Plans the mails while the mail server turns everybody away, and kills the server.</summary>
    private static async Task Plan(string folder, MailServer post)
    {
        await using var server = HostProcess.Server(folder, Options(post));
        using var admin = new GraphQLClient(await server.Ready());
        await admin.SignIn(TestServer.AdminEmail, TestServer.Password);
        for (var i = 0; i < Mails; i += MailsInARequest)
        {
            var many = Enumerable.Range(i, MailsInARequest).Select(n => $"m{n}: sendTestMail(input: {{ to: \"person{n}@example.org\" }}) {{ errors {{ code }} }}");
            (await admin.Query($"mutation {{ {string.Join(' ', many)} }}")).EnumerateObject().ShouldAllBe(m => m.Value.GetProperty("errors").GetArrayLength() == 0);
        }

        await server.Kill();
    }

    /// <summary>Lets the server send until that many are taken, and kills it at that point of the next one.</summary>
    private static async Task RunUntil(string folder, MailServer post, string at, int taken, MailFault? fault)
    {
        var reached = new TaskCompletionSource();
        post.Fault = command =>
        {
            if (command != at || post.Received.Count < taken)
            {
                return Task.FromResult<MailFault?>(null);
            }

            reached.TrySetResult();
            return Task.FromResult(fault);
        };
        await using var server = HostProcess.Server(folder, Options(post));
        await reached.Task.WaitAsync(HostProcess.Limit);
        if (fault is { Takes: true })
        {
            await HostProcess.Until(() => post.Received.Count > taken);
        }

        await server.Kill();
    }

    private static async Task HandedOver(DatabaseOnDisk database)
    {
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        using var limit = new CancellationTokenSource(HostProcess.Limit);
        while (await database.Count("SELECT count(*) FROM platform_mails WHERE state <> 'HandedOver'") > 0)
        {
            await tick.WaitForNextTickAsync(limit.Token);
        }
    }

    private static string[] Options(MailServer post) => [.. post.Settings().Where(s => s.Value.Length > 0).SelectMany(s => new[] { $"--{s.Key}", s.Value })];
}
