using Microsoft.Extensions.Options;
using ServiceCrm.Platform.Events;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Mail;

/// <summary>Where mails are planned: knows the domain of their Message-IDs, and wakes the relay of this process after the commit.</summary>
public sealed class MailDesk(string domain) : WakeSignal
{
    public MailDesk(IOptions<MailOptions> options) : this(EmailAddress.Parse(options.Value.Sender).AsciiDomain)
    {
    }

    internal string Domain { get; } = domain;

    internal Task Wake()
    {
        WakeHere();
        return Task.CompletedTask;
    }
}
