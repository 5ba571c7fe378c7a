using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace ServiceCrm.Platform.Mail.Smtp;

/// <summary>The connection broke, or the server said what no server says.</summary>
internal sealed class SmtpBrokenException(string message, Exception? cause = null) : IOException(message, cause);

/// <summary>Lines to and from a server, each within its time.</summary>
internal sealed class SmtpChannel(TcpClient client, TimeSpan limit) : IAsyncDisposable
{
    private const int Block = 64 * 1024;
    private const int LongestReply = 16 * 1024;
    private readonly byte[] _buffer = new byte[4096];
    private Stream _stream = client.GetStream();
    private int _at;
    private int _end;

    public bool IsEncrypted { get; private set; }

    /// <summary>The own address, as a literal of the protocol.</summary>
    public string LocalLiteral => client.Client.LocalEndPoint is System.Net.IPEndPoint { Address: var address }
        ? address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6 ? $"[IPv6:{new System.Net.IPAddress(address.GetAddressBytes())}]" : $"[{address.MapToIPv4()}]"
        : "[127.0.0.1]";

    public async Task<SmtpReply> Command(string line, CancellationToken ct)
    {
        if (line.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
        {
            throw new FormatException("A line of the protocol must not hold line breaks.");
        }

        await Write(Encoding.UTF8.GetBytes(line + "\r\n"), ct);
        return await ReadReply(limit, ct);
    }

    /// <summary>Each block has the whole time to itself, so that a slow line may carry a large mail.</summary>
    public async Task Write(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        for (var rest = bytes; rest.Length > 0; rest = rest[Math.Min(Block, rest.Length)..])
        {
            var block = rest[..Math.Min(Block, rest.Length)];
            await InTime(
                async within =>
                {
                    await _stream.WriteAsync(block, within);
                    await _stream.FlushAsync(within);
                    return true;
                },
                limit,
                ct);
        }
    }

    public Task<SmtpReply> ReadReply(TimeSpan within, CancellationToken ct) => InTime(ReadLines, within, ct);

    /// <summary>Changes to TLS. What came in clear before it is not believed (CVE-2011-0411).</summary>
    public async Task Encrypt(SslClientAuthenticationOptions options, CancellationToken ct)
    {
        if (_at < _end)
        {
            throw new SmtpBrokenException("The server spoke on in clear after it had agreed to TLS.");
        }

        var encrypted = new SslStream(_stream);
        _stream = encrypted;
        await InTime(
            async within =>
            {
                await encrypted.AuthenticateAsClientAsync(options, within);
                return true;
            },
            limit,
            ct);
        IsEncrypted = true;
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        client.Dispose();
    }

    private async Task<SmtpReply> ReadLines(CancellationToken ct)
    {
        var lines = new List<string>();
        for (var length = 0; length < LongestReply;)
        {
            var line = await ReadLine(ct);
            length += line.Length;
            if (line.Length < 3 || !int.TryParse(line.AsSpan(0, 3), System.Globalization.NumberStyles.None, null, out var code) || code is < 200 or > 599 || (line.Length > 3 && line[3] is not (' ' or '-')))
            {
                throw new SmtpBrokenException($"The server does not speak SMTP; it said “{Values.SafeText.Cut(line, 100)}”.");
            }

            lines.Add(line.Length > 4 ? line[4..].Trim() : "");
            if (line.Length == 3 || line[3] == ' ')
            {
                return new SmtpReply(code, lines);
            }
        }

        throw new SmtpBrokenException("The server's reply has no end.");
    }

    private async Task<string> ReadLine(CancellationToken ct)
    {
        var line = new List<byte>(80);
        while (line.Count < LongestReply)
        {
            if (_at == _end)
            {
                (_at, _end) = (0, await _stream.ReadAsync(_buffer, ct));
                if (_end == 0)
                {
                    throw new SmtpBrokenException("The server closed the connection.");
                }
            }

            var next = _buffer[_at++];
            if (next == '\n')
            {
                return MailText.Line(Encoding.UTF8.GetString([.. line]), LongestReply) ?? "";
            }

            line.Add(next);
        }

        throw new SmtpBrokenException("The server's line has no end.");
    }

    private static async Task<T> InTime<T>(Func<CancellationToken, Task<T>> work, TimeSpan limit, CancellationToken ct)
    {
        using var within = CancellationTokenSource.CreateLinkedTokenSource(ct);
        within.CancelAfter(limit);
        try
        {
            return await work(within.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            throw new SmtpBrokenException($"The server did not answer within {limit.TotalSeconds:0} s.");
        }
        catch (Exception broken) when (broken is IOException and not SmtpBrokenException or SocketException or ObjectDisposedException)
        {
            throw new SmtpBrokenException($"The connection broke: {broken.Message}", broken);
        }
    }
}
