using System.Text;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Mail.Smtp;
using ServiceCrm.Platform.Values;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Platform.Tests;

/// <summary>How mails go over the wire: what arrives, what is refused, and what must not be smuggled in.</summary>
public sealed class SmtpMails
{
    [Fact]
    public async Task Lines_that_begin_with_dots_arrive_as_they_were()
    {
        const string text = ".\n..\n...three\nand a dot.\n.\n";
        await using var post = MailServer.Start();
        await SmtpBench.Send(SmtpBench.Options(post), SmtpBench.Mail(text: text));
        post.Received.ShouldHaveSingleItem().Message.TextBody!.ReplaceLineEndings("\n").ShouldBe(text);
    }

    [Theory]
    [InlineData("a\n.\nb", "a\r\n..\r\nb\r\n.\r\n")]
    [InlineData("a\r.\rb\r\n", "a\r\n..\r\nb\r\n.\r\n")]
    [InlineData("a\r\n.\nMAIL FROM:<x@example.com>\r\n", "a\r\n..\r\nMAIL FROM:<x@example.com>\r\n.\r\n")]
    [InlineData("", ".\r\n")]
    public void No_line_end_of_any_kind_before_a_dot_ends_the_text(string message, string wire) =>
        Encoding.UTF8.GetString(SmtpContent.Stuff(Encoding.UTF8.GetBytes(message))).ShouldBe(wire);

    [Theory]
    [InlineData("hello\r\nBcc: all@example.com")]
    [InlineData("hello\nBcc: all@example.com")]
    [InlineData("hello\rBcc: all@example.com")]
    [InlineData("hello\u2028Bcc: all@example.com")]
    [InlineData("hello\0Bcc: all@example.com")]
    [InlineData("hello\r\n\r\n<script>")]
    public async Task Line_breaks_in_subject_and_names_make_no_headers(string hostile)
    {
        await using var post = MailServer.Start();
        var mail = SmtpBench.Mail(subject: hostile) with { ToName = hostile, From = new MailSender(EmailAddress.Parse("team@example.com"), hostile) };
        await SmtpBench.Send(SmtpBench.Options(post), mail);
        var message = post.Received.ShouldHaveSingleItem().Message;
        message.Bcc.ShouldBeEmpty();
        message.Subject.ShouldStartWith("hello");
        message.To.Mailboxes.Single().Address.ShouldBe("ada@example.org");
        message.TextBody!.Trim().ShouldBe("Good morning.");
        message.Headers.Select(h => h.Field).ShouldBe(["From", "Date", "Subject", "Message-Id", "To", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("<a@b>\r\nBcc: x@example.com")]
    [InlineData("a@b c@d")]
    [InlineData("<>")]
    [InlineData("no id at all")]
    public void What_is_no_message_id_is_left_out(string text) => MailText.MessageId(text).ShouldBeNull();

    [Theory]
    [InlineData("ada@example.org>\r\nRCPT TO:<all@example.com")]
    [InlineData("ada@example.org\0")]
    [InlineData("ada@example.org> NOTIFY=NEVER")]
    [InlineData("a b@example.org")]
    public void An_address_that_would_be_a_command_never_reaches_the_wire(string address)
    {
        EmailAddress.TryParse(address, out _).ShouldBeFalse();
        Should.Throw<FormatException>(() => SmtpContent.Address(address));
    }

    [Fact]
    public async Task Answers_of_programs_have_no_envelope_sender_and_others_return_to_the_bounce_address()
    {
        await using var post = MailServer.Start();
        var options = SmtpBench.Options(post);
        options.BounceAddress = "bounces@example.com";
        await SmtpBench.Send(options);
        await SmtpBench.Send(options, SmtpBench.Mail() with { Headers = new MailHeaders { AutoSubmitted = AutoSubmitted.Replied } });
        await SmtpBench.Send(options, SmtpBench.Mail() with { Headers = new MailHeaders { AutoSubmitted = AutoSubmitted.No } });
        post.Received.Select(m => (m.From, m.Message.Headers["Auto-Submitted"])).ShouldBe([("bounces@example.com", "auto-generated"), ("", "auto-replied"), ("bounces@example.com", null)]);
    }

    [Theory]
    [InlineData("ada@bücher.example", "ada@xn--bcher-kva.example", false)]
    [InlineData("зоя@example.org", "зоя@example.org", true)]
    public async Task Addresses_beyond_ascii_go_in_punycode_where_they_can_and_as_utf8_where_they_must(string to, string wire, bool utf8)
    {
        await using var post = MailServer.Start();
        (await SmtpBench.Send(SmtpBench.Options(post), SmtpBench.Mail(to))).ShouldBe(MailAnswer.Taken);
        var mail = post.Received.ShouldHaveSingleItem();
        mail.To.ShouldBe(wire);
        mail.Commands.Single(c => c.StartsWith("MAIL", StringComparison.Ordinal)).Contains("SMTPUTF8", StringComparison.Ordinal).ShouldBe(utf8);
        mail.Message.To.Mailboxes.Single().Address.ShouldBe(to);
        post.Offers = [];
        (await SmtpBench.Send(SmtpBench.Options(post), SmtpBench.Mail(to))).Outcome.ShouldBe(utf8 ? MailOutcome.Refused : MailOutcome.Taken);
    }

    [Theory]
    [InlineData("8BITMIME", false)]
    [InlineData("HELP", true)]
    public async Task Letters_beyond_ascii_are_encoded_unless_the_server_takes_eight_bits(string offer, bool ascii)
    {
        await using var post = MailServer.Start();
        post.Offers = [offer];
        await SmtpBench.Send(SmtpBench.Options(post), SmtpBench.Mail(subject: "Привет", text: "Доброе утро, Köln\n"));
        var mail = post.Received.ShouldHaveSingleItem();
        mail.Raw.All(b => b < 128).ShouldBe(ascii);
        (mail.Message.Subject, mail.Message.TextBody!.Trim()).ShouldBe(("Привет", "Доброе утро, Köln"));
    }

    [Fact]
    public async Task A_mail_larger_than_the_server_takes_is_refused_before_it_is_sent()
    {
        await using var post = MailServer.Start();
        post.Offers = ["SIZE 2000"];
        var answer = await SmtpBench.Send(SmtpBench.Options(post), SmtpBench.Mail(text: new string('x', 3000)));
        (answer.Outcome, answer.Code).ShouldBe((MailOutcome.Refused, "552 5.3.4"));
        (await SmtpBench.Send(SmtpBench.Options(post))).ShouldBe(MailAnswer.Taken);
        post.Received.ShouldHaveSingleItem().Commands.ShouldContain(c => c.Contains(" SIZE=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_connection_carries_a_batch_also_past_a_refusal()
    {
        await using var post = MailServer.Start();
        post.FailAt("RCPT", null, new MailFault("550 5.1.1 unknown"), null);
        var options = SmtpBench.Options(post);
        await using var session = SmtpBench.Session(options);
        var outcomes = new List<MailOutcome>();
        for (var i = 0; i < 3; i++)
        {
            outcomes.Add((await session.HandOver(SmtpBench.Parcel(options), CancellationToken.None)).Outcome);
        }

        outcomes.ShouldBe([MailOutcome.Taken, MailOutcome.Refused, MailOutcome.Taken]);
        post.Connections.ShouldBe(1);
    }

    [Theory]
    [InlineData("421 4.4.2 enough for one connection")]
    [InlineData(null)]
    public async Task A_server_that_ends_a_used_connection_gets_the_next_mail_over_a_new_one(string? reply)
    {
        await using var post = MailServer.Start();
        post.FailAt("MAIL", null, new MailFault(reply, AfterFault.Cut));
        var options = SmtpBench.Options(post);
        await using var session = SmtpBench.Session(options);
        for (var i = 0; i < 2; i++)
        {
            (await session.HandOver(SmtpBench.Parcel(options), CancellationToken.None)).ShouldBe(MailAnswer.Taken);
        }

        (post.Connections, post.Received.Count).ShouldBe((2, 2));
    }

    [Theory]
    [InlineData("MAIL")]
    [InlineData("RCPT")]
    [InlineData("DATA")]
    public async Task A_cut_or_a_silence_before_the_end_of_the_text_means_not_taken(string command)
    {
        await using var post = MailServer.Start();
        var options = SmtpBench.Options(post);
        options.TimeoutSeconds = 1;
        foreach (var fault in new[] { MailFault.Cut, MailFault.Hang, new MailFault("hello?"), new MailFault("299 what") })
        {
            post.FailAt(command, fault);
            (await SmtpBench.Send(options)).Outcome.ShouldBe(command != "DATA" && fault.Reply == "299 what" ? MailOutcome.Taken : MailOutcome.TryAgain, $"{fault}");
        }
    }

    [Fact]
    public async Task A_cut_or_nonsense_after_the_end_of_the_text_means_unknown_and_a_refusal_is_a_refusal()
    {
        await using var post = MailServer.Start();
        foreach (var (fault, outcome) in new[] { (MailFault.Cut, MailOutcome.Unknown), (new MailFault("hello?", AfterFault.Cut), MailOutcome.Unknown), (new MailFault("554 5.7.1 spam", AfterFault.Cut), MailOutcome.Refused), (new MailFault("452 4.3.1 full"), MailOutcome.TryAgain) })
        {
            post.FailAt(".", fault);
            (await SmtpBench.Send(SmtpBench.Options(post))).Outcome.ShouldBe(outcome, $"{fault}");
        }
    }
}
