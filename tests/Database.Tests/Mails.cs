using Microsoft.EntityFrameworkCore;
using MimeKit;
using ServiceCrm.Platform.Data;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Values;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Database.Tests;

/// <summary>The ledger of mails and its relay, alike on every engine.</summary>
public sealed class Mails
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [EachEngine]
    public async Task A_mail_is_planned_with_its_change_and_handed_over_whole_after_the_commit(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine, relayRuns: true);
        var id = await bench.Send(new OutgoingMail("test.greeting", EmailAddress.Parse("ada@example.org"), "Grüße aus Köln: привет, Zoë 🌷", "Schöne Grüße\n.\n.. от Зои\n")
        {
            ToName = "Zoë Ünal, Dr.", Html = "<p>Schöne Grüße</p>",
            Headers = new MailHeaders { ReplyTo = EmailAddress.Parse("team@example.com"), InReplyTo = "<question@example.org>", References = ["<first@example.org>", "question@example.org"], ListUnsubscribe = new Uri("https://example.com/u?x=1"), OneClickUnsubscribe = true },
        });
        await HostProcess.Until(() => bench.Post.Received.Count > 0);
        await bench.Deliver();
        var received = bench.Post.Received.ShouldHaveSingleItem();
        (received.From, received.To).ShouldBe(("crm@example.com", "ada@example.org"));
        var (message, row) = (received.Message, await bench.Read(id));
        (row.State, row.Attempts, row.HandedOverAt, row.DueAt, row.LastError).ShouldBe((MailState.HandedOver, 1, MailBench.Start, null, null));
        message.MessageId.ShouldBe(row.MessageId);
        message.MessageId.ShouldEndWith("@example.com");
        message.Subject.ShouldBe("Grüße aus Köln: привет, Zoë 🌷");
        message.From.Mailboxes.Single().Name.ShouldBe("Müller & Söhne");
        (message.To.Mailboxes.Single().Name, message.Date).ShouldBe(("Zoë Ünal, Dr.", MailBench.Start));
        message.TextBody!.ReplaceLineEndings("\n").ShouldBe("Schöne Grüße\n.\n.. от Зои\n");
        message.HtmlBody!.Trim().ShouldBe("<p>Schöne Grüße</p>");
        message.Body.ShouldBeOfType<MultipartAlternative>();
        (message.ReplyTo.ToString(), message.InReplyTo, string.Join(' ', message.References)).ShouldBe(("team@example.com", "question@example.org", "first@example.org question@example.org"));
        (message.Headers["List-Unsubscribe"], message.Headers["List-Unsubscribe-Post"], message.Headers["Auto-Submitted"]).ShouldBe(("<https://example.com/u?x=1>", "List-Unsubscribe=One-Click", "auto-generated"));
    }

    [Theory]
    [EachEngine]
    public async Task A_change_that_is_rolled_back_or_never_saved_sends_nothing(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine, relayRuns: true);
        await Should.ThrowAsync<InvalidOperationException>(bench.Server.InScope((_, db) => db.InTransaction<int>(
            async () =>
            {
                db.Send(MailBench.Mail("Rolled back"));
                await db.SaveChangesAsync(Ct);
                throw new InvalidOperationException("the change failed");
            },
            Ct)));
        await bench.Server.InScope((_, db) => Task.FromResult(db.Send(MailBench.Mail("Never saved"))));
        await bench.Send(MailBench.Mail("Saved"));
        await bench.Deliver();
        bench.Post.Received.Select(m => m.Message.Subject).ShouldBe(["Saved"]);
        (await bench.Server.InScope((_, db) => db.Mails.CountAsync(Ct))).ShouldBe(1);
    }

    [Theory]
    [EachEngine]
    public async Task What_the_server_does_not_take_now_is_tried_again_after_growing_pauses_and_fails_after_ten(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine);
        bench.Post.FailAt("RCPT", new MailFault("450 4.2.1 mailbox busy"));
        var id = await bench.Send();
        var waits = new List<double>();
        for (var i = 1; i < SentMail.MaxAttempts; i++)
        {
            await bench.Deliver();
            var tried = await bench.Read(id);
            (tried.State, tried.Attempts, tried.ClaimedBy, tried.LastError).ShouldBe((MailState.Planned, i, null, "450 4.2.1 mailbox busy"));
            waits.Add((tried.DueAt!.Value - bench.Clock.GetUtcNow()).TotalSeconds);
            await bench.UntilDue(id);
        }

        waits.ShouldBe([10, 60, 300, 900, 1800, 3600, 7200, 14400, 28800]);
        await bench.Deliver();
        var dead = await bench.Read(id);
        (dead.State, dead.DueAt, dead.FailedAt, dead.LastError).ShouldBe((MailState.Failed, null, bench.Clock.GetUtcNow(), "450 4.2.1 mailbox busy"));
        bench.Post.Received.ShouldBeEmpty();
    }

    [Theory]
    [EachEngine]
    public async Task What_the_server_refuses_fails_at_once_and_the_others_of_the_batch_are_sent(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine);
        bench.Post.FailAt("RCPT", new MailFault("550 5.1.1 no such mailbox"), null);
        var refused = await bench.Send(MailBench.Mail("To nobody"));
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await bench.Send(MailBench.Mail("To somebody"));
        await bench.Deliver();
        var failed = await bench.Read(refused);
        (failed.State, failed.Attempts, failed.DueAt, failed.LastError).ShouldBe((MailState.Failed, 1, null, "550 5.1.1 no such mailbox"));
        bench.Post.Received.Select(m => m.Message.Subject).ShouldBe(["To somebody"]);
        bench.Clock.Advance(TimeSpan.FromDays(3));
        (await bench.Relay.DeliverDue(Ct)).ShouldBe(0);
    }

    [Theory]
    [EachEngine]
    public async Task A_connection_cut_before_the_answer_makes_the_outcome_unknown_and_one_repeat_under_the_same_message_id(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine);
        bench.Post.FailAt(".", MailFault.CutAfterTaking, null);
        var id = await bench.Send();
        await bench.Deliver();
        var unclear = await bench.Read(id);
        (unclear.State, unclear.UnknownAt, unclear.Attempts).ShouldBe((MailState.Unknown, MailBench.Start, 1));
        unclear.LastError!.ShouldContain("no answer came");
        await bench.UntilDue(id);
        await bench.Deliver();
        (await bench.Read(id)).State.ShouldBe(MailState.HandedOver);
        bench.Post.Received.Select(m => m.Message.MessageId).ShouldBe([unclear.MessageId, unclear.MessageId]);
        bench.Post.Received.Select(m => Convert.ToHexString(m.Raw)).Distinct().Count().ShouldBe(1, "a repeat is the same to the byte");
    }

    [Theory]
    [EachEngine]
    public async Task After_a_second_unknown_outcome_somebody_has_to_decide(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine);
        bench.Post.FailAt(".", MailFault.CutAfterTaking);
        var id = await bench.Send();
        await bench.Deliver();
        await bench.UntilDue(id);
        await bench.Deliver();
        var stuck = await bench.Read(id);
        (stuck.State, stuck.DueAt, stuck.UnclearEnds).ShouldBe((MailState.Unknown, null, 2));
        bench.Clock.Advance(TimeSpan.FromDays(3));
        (await bench.Relay.DeliverDue(Ct)).ShouldBe(0);
        bench.Post.Received.Count.ShouldBe(2);
    }

    [Theory]
    [EachEngine]
    public async Task The_body_of_a_secret_mail_is_forgotten_once_handed_over_and_its_errors_quote_nothing(DatabaseProvider engine)
    {
        await using var bench = await MailBench.Open(engine);
        bench.Post.FailAt(".", new MailFault("451 4.7.1 looks like spam: https://crm.example.com/reset?token=abc"), null);
        var id = await bench.Send(MailBench.Mail() with { Text = "https://crm.example.com/reset?token=abc", Html = "<a href=\"https://crm.example.com/reset?token=abc\">reset</a>", Secret = true });
        await bench.Deliver();
        var waiting = await bench.Read(id);
        waiting.LastError.ShouldBe("451 4.7.1");
        waiting.ShownText.ShouldBeNull();
        waiting.Text.ShouldNotBeNull();
        await bench.UntilDue(id);
        await bench.Deliver();
        bench.Post.Received.ShouldHaveSingleItem().Message.TextBody!.ShouldContain("token=abc");
        var done = await bench.Read(id);
        (done.State, done.Text, done.Html).ShouldBe((MailState.HandedOver, null, null));
        (await bench.Server.InScope((_, db) => db.AuditEntries.Select(a => a.Changes).ToListAsync(Ct))).ShouldAllBe(c => !c.Contains("token", StringComparison.Ordinal));
    }
}
