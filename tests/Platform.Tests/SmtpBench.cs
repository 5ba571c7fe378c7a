using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Mail;
using ServiceCrm.Platform.Mail.Smtp;
using ServiceCrm.Platform.Values;
using ServiceCrm.Testing;

namespace ServiceCrm.Platform.Tests;

/// <summary>The SMTP transport alone, against the mail server of the tests.</summary>
internal static class SmtpBench
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static MailOptions Options(MailServer post, MailSecurity security = MailSecurity.None) => new()
    {
        Host = "127.0.0.1", Port = post.Port, Security = security, From = "crm@example.com", TimeoutSeconds = 60,
        TrustedCertificate = security == MailSecurity.None ? "" : post.CertificateFile,
    };

    public static MailOptions SignedIn(MailServer post, MailSecurity security = MailSecurity.None)
    {
        var options = Options(post, security);
        (options.UserName, options.Password) = (MailServer.UserName, MailServer.Password);
        return options;
    }

    public static OutgoingMail Mail(string to = "ada@example.org", string subject = "Hello", string text = "Good morning.\n") =>
        new("test.greeting", EmailAddress.Parse(to), subject, text);

    public static async Task<MailAnswer> Send(MailOptions options, OutgoingMail? mail = null)
    {
        await using var session = Session(options);
        return await session.HandOver(Parcel(options, mail), CancellationToken.None);
    }

    public static IMailSession Session(MailOptions options) => new SmtpTransport(Microsoft.Extensions.Options.Options.Create(options)).Open();

    public static MailParcel Parcel(MailOptions options, OutgoingMail? mail = null) => MailParcel.Of(SentMail.Plan(mail ?? Mail(), "example.com", At), options);
}
