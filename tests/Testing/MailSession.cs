using System.Net.Security;
using System.Net.Sockets;
using System.Text;

namespace ServiceCrm.Testing;

/// <summary>One connection of the <see cref="MailServer"/>.</summary>
internal sealed class MailSession(MailServer server, TcpClient client)
{
    private readonly List<string> _commands = [];
    private Stream _stream = client.GetStream();
    private bool _encrypted;
    private bool _signedIn;
    private string _from = "";
    private string _to = "";

    public async Task Run(CancellationToken ct)
    {
        using (client)
        {
            try
            {
                if (server.ImplicitTls)
                {
                    await Encrypt(ct);
                }

                if (await Answer("CONNECT", "220 mail.test ESMTP", ct))
                {
                    await Talk(ct);
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client left, or the test is over.
            }
        }
    }

    private async Task Talk(CancellationToken ct)
    {
        while (await ReadLine(ct) is { } bytes)
        {
            var line = Encoding.UTF8.GetString(bytes);
            _commands.Add(line);
            var word = line.Split(' ', ':')[0].ToUpperInvariant();
            var goesOn = word switch
            {
                "EHLO" => await Answer(word, Greeting(), ct),
                "STARTTLS" => await StartTls(ct),
                "AUTH" => await Answer(word, await SignIn(line, ct), ct),
                "MAIL" => await Answer(word, Mail(line), ct),
                "RCPT" => await Answer(word, Recipient(line), ct),
                "DATA" => await server.Fault(word) is { } fault ? await Misbehave(fault, "", ct) : await TakeText(ct),
                "RSET" or "NOOP" => await Answer(word, "250 2.0.0 ok", ct),
                "QUIT" => await Answer(word, "221 2.0.0 bye", ct) && false,
                _ => await Answer(word, "500 5.5.2 what", ct),
            };
            if (!goesOn)
            {
                return;
            }
        }
    }

    private string Greeting()
    {
        var offers = server.Offers.ToList();
        if (server.Auth is { } way)
        {
            offers.Add($"AUTH {way}");
        }

        if (server.OffersStartTls && !_encrypted)
        {
            offers.Add("STARTTLS");
        }

        return string.Join("\r\n", offers.Prepend("mail.test").Append("HELP").Select((o, i) => $"250{(i <= offers.Count ? '-' : ' ')}{o}"));
    }

    private string Mail(string line)
    {
        if (server.Auth is not null && !_signedIn)
        {
            return "530 5.7.0 sign in first";
        }

        _from = Between(line);
        return "250 2.1.0 ok";
    }

    private string Recipient(string line)
    {
        _to = Between(line);
        return "250 2.1.5 ok";
    }

    private async Task<bool> StartTls(CancellationToken ct)
    {
        if (!await Answer("STARTTLS", "220 2.0.0 go on", ct))
        {
            return false;
        }

        await Encrypt(ct);
        return true;
    }

    private async Task Encrypt(CancellationToken ct)
    {
        var encrypted = new SslStream(_stream);
        await encrypted.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = server.Certificate }, ct);
        (_stream, _encrypted) = (encrypted, true);
    }

    private async Task<string> SignIn(string line, CancellationToken ct)
    {
        var parts = line.Split(' ');
        string name, password;
        if (parts[1] == "PLAIN")
        {
            var secrets = FromBase64(parts[2]).Split('\0');
            (name, password) = (secrets[1], secrets[2]);
        }
        else
        {
            await Say("334 VXNlcm5hbWU6", ct);
            name = FromBase64(Encoding.UTF8.GetString((await ReadLine(ct))!));
            await Say("334 UGFzc3dvcmQ6", ct);
            password = FromBase64(Encoding.UTF8.GetString((await ReadLine(ct))!));
        }

        _signedIn = name == MailServer.UserName && password == MailServer.Password && parts[1] == server.Auth;
        return _signedIn ? "235 2.7.0 welcome" : "535 5.7.8 no";
    }

    private async Task<bool> TakeText(CancellationToken ct)
    {
        await Say("354 go on", ct);
        using var text = new MemoryStream();
        while (true)
        {
            var line = await ReadLine(ct) ?? throw new IOException("The text has no end.");
            if (line is [(byte)'.'])
            {
                break;
            }

            text.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            text.Write("\r\n"u8);
        }

        var mail = new ReceivedMail(_from, _to, text.ToArray(), [.. _commands]);
        var fault = await server.Fault(".");
        if (fault is null or { Takes: true })
        {
            server.Take(mail);
        }

        return await Misbehave(fault, "250 2.0.0 taken", ct);
    }

    private async Task<bool> Answer(string command, string usual, CancellationToken ct) => await Misbehave(await server.Fault(command), usual, ct);

    private async Task<bool> Misbehave(MailFault? fault, string usual, CancellationToken ct)
    {
        if (fault is null || fault.Reply is not null)
        {
            await Say(fault?.Reply ?? usual, ct);
        }

        if (fault?.Then == AfterFault.Hang)
        {
            await Task.Delay(Timeout.Infinite, ct);
        }

        return fault?.Then != AfterFault.Cut;
    }

    private async Task Say(string reply, CancellationToken ct) => await _stream.WriteAsync(Encoding.UTF8.GetBytes(reply + "\r\n"), ct);

    /// <returns>a line without its end, or null when the client has gone; a lone CR or LF is no end, as strict servers see it</returns>
    private async Task<byte[]?> ReadLine(CancellationToken ct)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await _stream.ReadAsync(one, ct) > 0)
        {
            line.Add(one[0]);
            if (line is [.., (byte)'\r', (byte)'\n'])
            {
                return [.. line[..^2]];
            }
        }

        return null;
    }

    private static string Between(string line) => line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];

    private static string FromBase64(string text) => Encoding.UTF8.GetString(Convert.FromBase64String(text));
}
