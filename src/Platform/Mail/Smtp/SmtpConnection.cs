using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace ServiceCrm.Platform.Mail.Smtp;

/// <summary>A connection on which mails may be handed over: greeted, encrypted and signed in as the options say.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    private readonly SmtpChannel _channel;
    private readonly MailOptions _options;
    private Dictionary<string, string> _offers = [];

    private SmtpConnection(SmtpChannel channel, MailOptions options)
    {
        _channel = channel;
        _options = options;
    }

    public SmtpChannel Channel => _channel;

    /// <summary>The largest message, in bytes; null when the server names none (RFC 1870).</summary>
    public long? Size => _offers.TryGetValue("SIZE", out var size) && long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes : null;

    public bool Offers(string extension) => _offers.ContainsKey(extension);

    /// <exception cref="MailServerException">with words for whoever sets it up</exception>
    public static async Task<SmtpConnection> Open(MailOptions options, CancellationToken ct)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            using var within = CancellationTokenSource.CreateLinkedTokenSource(ct);
            within.CancelAfter(options.CommandLimit);
            await client.ConnectAsync(options.Host, options.ActualPort, within.Token);
            var connection = new SmtpConnection(new SmtpChannel(client, options.CommandLimit), options);
            await connection.Begin(ct);
            return connection;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested && failure is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            client.Dispose();
            var why = failure is OperationCanceledException ? $"it did not answer within {options.TimeoutSeconds} s." : failure.Message;
            throw new MailServerException($"{options.Host}:{options.ActualPort}: {why}", failure);
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _channel.DisposeAsync();

    private async Task Begin(CancellationToken ct)
    {
        if (_options.Security == MailSecurity.Tls)
        {
            await _channel.Encrypt(TlsOptions(), ct);
        }

        Good(await _channel.ReadReply(_options.CommandLimit, ct), "greets with");
        await Greet(ct);
        if (_options.Security == MailSecurity.StartTls)
        {
            if (!Offers("STARTTLS"))
            {
                throw Unusable("the server offers no STARTTLS (Mail:Security).");
            }

            Good(await _channel.Command("STARTTLS", ct), "refuses TLS with");
            await _channel.Encrypt(TlsOptions(), ct);
            await Greet(ct);
        }

        if (_options.UserName.Length > 0)
        {
            await SignIn(ct);
        }
    }

    private async Task Greet(CancellationToken ct)
    {
        var reply = Good(await _channel.Command($"EHLO {_channel.LocalLiteral}", ct), "refuses EHLO with");
        _offers = reply.Lines.Skip(1).Select(line => line.Split(' ', 2)).GroupBy(parts => parts[0], StringComparer.OrdinalIgnoreCase)
            .ToDictionary(same => same.Key, same => string.Join(' ', same.Select(parts => parts.ElementAtOrDefault(1))), StringComparer.OrdinalIgnoreCase);
    }

    private async Task SignIn(CancellationToken ct)
    {
        if (!_channel.IsEncrypted && !_options.AllowPlainAuth)
        {
            throw Unusable("the password is not sent over a connection without TLS (Mail:Security, Mail:AllowPlainAuth).");
        }

        var ways = _offers.GetValueOrDefault("AUTH", "").Split(' ');
        if (ways.Contains("PLAIN", StringComparer.OrdinalIgnoreCase))
        {
            Good(await _channel.Command($"AUTH PLAIN {Base64($"\0{_options.UserName}\0{_options.Password}")}", ct), "refuses the sign-in (Mail:UserName, Mail:Password) with");
        }
        else if (ways.Contains("LOGIN", StringComparer.OrdinalIgnoreCase))
        {
            await Ask("AUTH LOGIN", ct);
            await Ask(Base64(_options.UserName), ct);
            Good(await _channel.Command(Base64(_options.Password), ct), "refuses the sign-in (Mail:UserName, Mail:Password) with");
        }
        else
        {
            throw Unusable("the server offers neither AUTH PLAIN nor AUTH LOGIN (Mail:UserName).");
        }
    }

    private async Task Ask(string line, CancellationToken ct)
    {
        var reply = await _channel.Command(line, ct);
        if (reply.Code != 334)
        {
            throw Unusable($"the server refuses AUTH LOGIN with {reply}");
        }
    }

    private SslClientAuthenticationOptions TlsOptions()
    {
        var tls = new SslClientAuthenticationOptions { TargetHost = _options.Host };
        if (_options.TrustedCertificate.Length > 0)
        {
            tls.CertificateChainPolicy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            tls.CertificateChainPolicy.CustomTrustStore.AddRange(_options.TrustedCertificates());
        }

        return tls;
    }

    private SmtpReply Good(SmtpReply reply, string does) => reply.IsGood ? reply : throw Unusable($"the server {does} {reply}");

    private MailServerException Unusable(string why) => new($"{_options.Host}:{_options.ActualPort}: {why}");

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
