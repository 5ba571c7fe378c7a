namespace ServiceCrm.Platform.Mail.Smtp;

/// <summary>A mail in the form in which one server takes it.</summary>
internal static class SmtpContent
{
    public const string Data = "DATA";

    /// <summary>The final dot and its line end.</summary>
    public const int EndLength = 3;

    /// <returns>the text with its final dot, or why this server cannot take it</returns>
    public static (byte[] Content, MailAnswer? Refusal) For(MailParcel mail, SmtpConnection server)
    {
        if (mail.NeedsUtf8 && !server.Offers("SMTPUTF8"))
        {
            return ([], Refused("553 5.6.7", "The mail server takes no address with letters beyond ASCII (it offers no SMTPUTF8)."));
        }

        var message = mail.Write(server.Offers("8BITMIME"), mail.NeedsUtf8);
        return server.Size is { } most && message.Length > most
            ? ([], Refused("552 5.3.4", $"The mail has {message.Length} bytes; the mail server takes {most}."))
            : (Stuff(message), null);
    }

    /// <summary>The commands before the text.</summary>
    /// <exception cref="FormatException">an address holds what would be a command of its own</exception>
    public static IEnumerable<string> Envelope(MailParcel mail, SmtpConnection server, int length)
    {
        var size = server.Offers("SIZE") ? $" SIZE={length}" : "";
        var body = server.Offers("8BITMIME") ? " BODY=8BITMIME" : "";
        var utf8 = mail.NeedsUtf8 ? " SMTPUTF8" : "";
        return [$"MAIL FROM:<{Address(mail.EnvelopeFrom)}>{size}{body}{utf8}", $"RCPT TO:<{Address(mail.EnvelopeTo)}>", Data];
    }

    /// <exception cref="FormatException">it cannot stand between angle brackets on one line</exception>
    public static string Address(string address) => address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>')
        ? throw new FormatException("An address must not hold line breaks, spaces or angle brackets.")
        : address;

    /// <summary>
    /// Doubles dots at the beginning of lines (RFC 5321, section 4.5.2) and makes every line end CRLF: a lone CR or LF before a dot
    /// is the end of the text for some servers, and what follows a second mail.
    /// </summary>
    public static byte[] Stuff(ReadOnlySpan<byte> message)
    {
        var stuffed = new MemoryStream(message.Length + 1024);
        var lineBegins = true;
        for (var i = 0; i < message.Length; i++)
        {
            var b = message[i];
            if (b is (byte)'\r' or (byte)'\n')
            {
                i += b == '\r' && i + 1 < message.Length && message[i + 1] == '\n' ? 1 : 0;
                stuffed.Write("\r\n"u8);
                lineBegins = true;
                continue;
            }

            if (lineBegins && b == '.')
            {
                stuffed.WriteByte(b);
            }

            stuffed.WriteByte(b);
            lineBegins = false;
        }

        stuffed.Write(lineBegins ? ".\r\n"u8 : "\r\n.\r\n"u8);
        return stuffed.ToArray();
    }

    private static MailAnswer Refused(string code, string why) => new(MailOutcome.Refused, $"{code} {why}", code);
}
