using ServiceCrm.Platform.Mail;
using ServiceCrm.Testing;
using Shouldly;
using Xunit;

namespace ServiceCrm.Platform.Tests;

/// <summary>How a connection to the mail server comes about, and when it does not.</summary>
public sealed class SmtpConnections
{
    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task Starttls_and_a_sign_in_come_before_the_mail(string way)
    {
        await using var post = MailServer.Start();
        (post.OffersStartTls, post.Auth) = (true, way);
        (await SmtpBench.Send(SmtpBench.SignedIn(post, MailSecurity.StartTls))).ShouldBe(MailAnswer.Taken);
        var words = post.Received.ShouldHaveSingleItem().Commands.Select(c => c.Split(' ', ':')[0]);
        words.ShouldBe(["EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "DATA"]);
    }

    [Theory]
    [InlineData("PLAIN")]
    [InlineData("LOGIN")]
    public async Task Implicit_tls_and_a_sign_in_come_before_the_mail(string way)
    {
        await using var post = MailServer.Start(implicitTls: true);
        post.Auth = way;
        (await SmtpBench.Send(SmtpBench.SignedIn(post, MailSecurity.Tls))).ShouldBe(MailAnswer.Taken);
        post.Received.ShouldHaveSingleItem().Commands.Select(c => c.Split(' ', ':')[0]).ShouldBe(["EHLO", "AUTH", "MAIL", "RCPT", "DATA"]);
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_is_refused()
    {
        await using var post = MailServer.Start(implicitTls: true);
        var options = SmtpBench.Options(post, MailSecurity.Tls);
        options.TrustedCertificate = "";
        (await Refused(options)).ShouldContain("certificate", Case.Insensitive);
    }

    [Fact]
    public async Task A_certificate_of_another_server_is_refused_and_so_is_a_name_it_does_not_hold()
    {
        await using var post = MailServer.Start(implicitTls: true);
        await using var other = MailServer.Start();
        var options = SmtpBench.Options(post, MailSecurity.Tls);
        options.TrustedCertificate = other.CertificateFile;
        (await Refused(options)).ShouldContain("certificate", Case.Insensitive);

        options = SmtpBench.Options(post, MailSecurity.Tls);
        options.Host = "127.0.0.2";
        (await Refused(options)).ShouldNotBeEmpty();
        post.Received.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_offers_no_starttls_gets_neither_password_nor_mail()
    {
        await using var post = MailServer.Start();
        post.Auth = "PLAIN";
        (await Refused(SmtpBench.SignedIn(post, MailSecurity.StartTls))).ShouldContain("offers no STARTTLS");
    }

    [Fact]
    public async Task Words_that_came_in_clear_behind_the_answer_to_starttls_are_not_believed()
    {
        await using var post = MailServer.Start();
        post.OffersStartTls = true;
        post.FailAt("STARTTLS", new MailFault("220 go on\r\n250-evil\r\n250 AUTH PLAIN"));
        (await Refused(SmtpBench.Options(post, MailSecurity.StartTls))).ShouldContain("in clear");
    }

    [Fact]
    public async Task A_password_is_not_sent_in_clear_unless_that_is_allowed()
    {
        await using var post = MailServer.Start();
        post.Auth = "PLAIN";
        var options = SmtpBench.SignedIn(post);
        (await Refused(options)).ShouldContain("Mail:AllowPlainAuth");
        options.AllowPlainAuth = true;
        (await SmtpBench.Send(options)).ShouldBe(MailAnswer.Taken);
    }

    [Fact]
    public async Task A_wrong_password_is_a_matter_of_settings_and_not_of_the_mail_and_is_never_told()
    {
        await using var post = MailServer.Start(implicitTls: true);
        post.Auth = "PLAIN";
        var options = SmtpBench.SignedIn(post, MailSecurity.Tls);
        options.Password = "wrong-one";
        var why = await Refused(options);
        why.ShouldContain("535 5.7.8");
        why.ShouldNotContain("wrong-one");
        options.UserName = "";
        (await Refused(options)).ShouldContain("530 5.7.0");
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request")]
    [InlineData("220")]
    [InlineData("220-never ends")]
    public async Task A_server_that_does_not_speak_smtp_is_refused_in_words(string greeting)
    {
        await using var post = MailServer.Start();
        post.FailAt("CONNECT", new MailFault(greeting, AfterFault.Cut));
        (await Refused(SmtpBench.Options(post))).ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("CONNECT")]
    [InlineData("EHLO")]
    public async Task A_server_that_does_not_answer_is_given_up(string command)
    {
        await using var post = MailServer.Start();
        post.FailAt(command, MailFault.Hang);
        var options = SmtpBench.Options(post);
        options.TimeoutSeconds = 1;
        (await Refused(options)).ShouldContain("within 1 s");
    }

    [Fact]
    public async Task A_port_where_nobody_listens_is_told_with_its_number()
    {
        var post = MailServer.Start();
        var options = SmtpBench.Options(post);
        await post.DisposeAsync();
        (await Refused(options)).ShouldContain($"127.0.0.1:{options.Port}");
    }

    private static async Task<string> Refused(MailOptions options) => (await Should.ThrowAsync<MailServerException>(SmtpBench.Send(options))).Message;
}
