using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Mail;

/// <summary>How the connection to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Not at all; for a relay on the same machine or in the same private network.</summary>
    None,

    /// <summary>Begins in clear and must change to TLS before anything is said (RFC 3207); a server that does not offer it is refused.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314).</summary>
    Tls,
}

/// <summary>Section <c>Mail</c> of the configuration.</summary>
public sealed class MailOptions : IValidatableObject
{
    /// <summary>The SMTP server; empty writes mails into the folder <c>mail</c> of the data directory instead.</summary>
    public string Host { get; set; } = "";

    /// <summary>0 means the usual port: 587 for StartTls, 465 for Tls, 25 for None.</summary>
    [Range(0, 65535)]
    public int Port { get; set; }

    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Empty when the server asks for no sign-in.</summary>
    public string UserName { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The sender of mails that name no other.</summary>
    public string From { get; set; } = "";

    public string FromName { get; set; } = "ServiceCrm";

    /// <summary>The envelope sender, to which undeliverable mail returns; empty means the sender.</summary>
    public string BounceAddress { get; set; } = "";

    /// <summary>Seconds that the server may take for one answer; four times as long after the text, ten times for a whole mail.</summary>
    [Range(1, 300)]
    public int TimeoutSeconds { get; set; } = 30;

    /// <summary>Lets the password cross the network unprotected, with <see cref="MailSecurity.None"/>.</summary>
    public bool AllowPlainAuth { get; set; }

    /// <summary>A PEM file with the certificate of the server or of its authority, which is believed in place of the system's.</summary>
    public string TrustedCertificate { get; set; } = "";

    /// <summary>Days that a mail stays in the ledger.</summary>
    [Range(1, 3650)]
    public int KeepDays { get; set; } = 90;

    internal string Sender => From.Length > 0 ? From : "servicecrm@example.com";

    internal int ActualPort => Port > 0 ? Port : Security switch { MailSecurity.Tls => 465, MailSecurity.StartTls => 587, _ => 25 };

    internal TimeSpan CommandLimit => TimeSpan.FromSeconds(TimeoutSeconds);

    internal TimeSpan AnswerToTextLimit => CommandLimit * 4;

    internal TimeSpan WholeMailLimit => CommandLimit * 10;

    /// <summary>Longer than any try takes, a second connection included, so that nobody else takes the mail meanwhile.</summary>
    internal TimeSpan Lease => (WholeMailLimit * 2) + AnswerToTextLimit + TimeSpan.FromMinutes(1);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Host.Length > 0 && From.Length == 0)
        {
            yield return Wrong(nameof(From), "it is needed when Mail:Host is set.");
        }

        foreach (var (name, address) in new[] { (nameof(From), From), (nameof(BounceAddress), BounceAddress) })
        {
            if (address.Length > 0 && !EmailAddress.TryParse(address, out _))
            {
                yield return Wrong(name, "it is not an e-mail address.");
            }
        }

        if (Uri.CheckHostName(Host) == UriHostNameType.Unknown && Host.Length > 0)
        {
            yield return Wrong(nameof(Host), "it is not a host name.");
        }

        if (UserName.Length > 0 && Security == MailSecurity.None && !AllowPlainAuth)
        {
            yield return Wrong(nameof(UserName), "with Mail:Security None the password would cross the network in clear; choose StartTls or Tls, or set Mail:AllowPlainAuth.");
        }

        if (CertificateProblem() is { } problem)
        {
            yield return Wrong(nameof(TrustedCertificate), problem);
        }
    }

    internal X509Certificate2Collection TrustedCertificates()
    {
        var trusted = new X509Certificate2Collection();
        trusted.ImportFromPemFile(TrustedCertificate);
        return trusted;
    }

    private string? CertificateProblem()
    {
        if (TrustedCertificate.Length == 0)
        {
            return null;
        }

        try
        {
            var trusted = TrustedCertificates();
            foreach (var certificate in trusted)
            {
                certificate.Dispose();
            }

            return trusted.Count > 0 ? null : "the file holds no certificate in PEM form.";
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return $"the file cannot be read: {unreadable.Message}";
        }
    }

    private static ValidationResult Wrong(string member, string why) => new(why, [member]);
}
