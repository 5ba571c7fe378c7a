using Microsoft.Extensions.Options;

namespace ServiceCrm.Platform.Mail.Smtp;

/// <summary>Hands mails to the server of the options.</summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    public string? Remark => null;

    public IMailSession Open() => new SmtpSession(options.Value);
}
