using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MimeKit;

namespace ServiceCrm.Testing;

/// <summary>A mail as the server took it: envelope, bytes, and what they mean.</summary>
public sealed record ReceivedMail(string From, string To, byte[] Raw, IReadOnlyList<string> Commands)
{
    public MimeMessage Message { get; } = MimeMessage.Load(new MemoryStream(Raw), CancellationToken.None);
}

/// <summary>
/// A real SMTP server on a free port of 127.0.0.1: EHLO, STARTTLS and implicit TLS under a certificate of its own, AUTH PLAIN and
/// LOGIN, and faults on demand. Keeps what it took.
/// </summary>
public sealed class MailServer : IAsyncDisposable
{
    public const string UserName = "crm";
    public const string Password = "s3cret wörd";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedMail> _received = [];
    private readonly ConcurrentDictionary<Task, bool> _sessions = [];
    private readonly string _certificateFile = Path.GetTempFileName();
    private readonly Task _accepting;
    private int _connections;

    private MailServer(bool implicitTls)
    {
        ImplicitTls = implicitTls;
        Certificate = MakeCertificate();
        File.WriteAllText(_certificateFile, Certificate.ExportCertificatePem());
        _listener.Start();
        _accepting = Accept();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The certificate as a PEM file, for <c>Mail:TrustedCertificate</c>.</summary>
    public string CertificateFile => _certificateFile;

    /// <summary>Every mail that was taken, also when the answer to it was withheld.</summary>
    public IReadOnlyList<ReceivedMail> Received => [.. _received];

    /// <summary>How many connections there were.</summary>
    public int Connections => _connections;

    /// <summary>Lines of the answer to EHLO.</summary>
    public IReadOnlyList<string> Offers { get; set; } = ["SIZE 10000000", "8BITMIME", "SMTPUTF8", "ENHANCEDSTATUSCODES"];

    /// <summary>Whether a sign-in is needed before MAIL; PLAIN, LOGIN or null.</summary>
    public string? Auth { get; set; }

    public bool OffersStartTls { get; set; }

    /// <summary>Says what to do in place of the usual answer to a command (its first word, upper case; <c>.</c> is the end of the text); null is the usual.</summary>
    public Func<string, Task<MailFault?>> Fault { get; set; } = _ => Task.FromResult<MailFault?>(null);

    internal bool ImplicitTls { get; }

    internal X509Certificate2 Certificate { get; }

    public static MailServer Start(bool implicitTls = false) => new(implicitTls);

    /// <summary>The same fault at one command, every time.</summary>
    public void FailAt(string command, MailFault fault) => Fault = at => Task.FromResult(at == command ? fault : null);

    /// <summary>The faults one after the other, one for each time the command comes; then none.</summary>
    public void FailAt(string command, params MailFault?[] faults)
    {
        var waiting = new ConcurrentQueue<MailFault?>(faults);
        Fault = at => Task.FromResult(at == command && waiting.TryDequeue(out var fault) ? fault : null);
    }

    /// <summary>No more faults.</summary>
    public void Heal() => Fault = _ => Task.FromResult<MailFault?>(null);

    /// <summary>The settings of a server that sends here.</summary>
    public (string Key, string Value)[] Settings(string security = "None", bool signIn = false, params (string Key, string Value)[] more) =>
    [
        ("Mail:Host", "127.0.0.1"), ("Mail:Port", $"{Port}"), ("Mail:Security", security), ("Mail:From", "crm@example.com"), ("Mail:FromName", "Müller & Söhne"),
        ("Mail:TrustedCertificate", security == "None" ? "" : CertificateFile), ("Mail:UserName", signIn ? UserName : ""), ("Mail:Password", signIn ? Password : ""), .. more,
    ];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_sessions.Keys);
        _listener.Dispose();
        _stop.Dispose();
        Certificate.Dispose();
        File.Delete(_certificateFile);
    }

    internal void Take(ReceivedMail mail) => _received.Enqueue(mail);

    private async Task Accept()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Interlocked.Increment(ref _connections);
                var session = new MailSession(this, client).Run(_stop.Token);
                _sessions[session] = true;
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UnixEpoch.AddYears(30), DateTimeOffset.UnixEpoch.AddYears(130));
        // Through PKCS 12, because TLS does not take a key that was never stored everywhere.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), password: null);
    }
}

/// <summary>What a server does wrong: says something else, hangs, or cuts the connection.</summary>
/// <param name="Reply">Said in place of the usual answer; null says nothing.</param>
/// <param name="Then">What happens then.</param>
public sealed record MailFault(string? Reply, AfterFault Then = AfterFault.GoOn)
{
    /// <summary>Takes the mail first, when it comes at the end of the text.</summary>
    public bool Takes { get; init; }

    public static MailFault Hang { get; } = new(null, AfterFault.Hang);

    public static MailFault Cut { get; } = new(null, AfterFault.Cut);

    public static MailFault CutAfterTaking { get; } = new(null, AfterFault.Cut) { Takes = true };
}

public enum AfterFault
{
    GoOn,
    Hang,
    Cut,
}
