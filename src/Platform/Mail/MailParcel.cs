using MimeKit;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Mail;

/// <summary>A mail as it leaves: envelope and message. The same row always makes the same message.</summary>
public sealed class MailParcel
{
    private const int LineLength = 78;
    private readonly MimeMessage _message;

    private MailParcel(MimeMessage message, SentMail mail, string envelopeFrom)
    {
        _message = message;
        Id = mail.Id;
        PlannedAt = mail.PlannedAt;
        EnvelopeFrom = envelopeFrom;
        EnvelopeTo = Wire(EmailAddress.Parse(mail.To));
    }

    public MailId Id { get; }

    public DateTimeOffset PlannedAt { get; }

    /// <summary>Where it returns when it cannot be delivered; empty for answers of programs, which must not return at all.</summary>
    public string EnvelopeFrom { get; }

    public string EnvelopeTo { get; }

    /// <summary>Whether an address needs a server that offers SMTPUTF8 (RFC 6531).</summary>
    public bool NeedsUtf8 => !System.Text.Ascii.IsValid(EnvelopeFrom) || !System.Text.Ascii.IsValid(EnvelopeTo);

    /// <exception cref="FormatException">an address cannot be written</exception>
    internal static MailParcel Of(SentMail mail, MailOptions options)
    {
        var headers = mail.ReadHeaders();
        var from = EmailAddress.Parse(mail.FromAddress ?? options.Sender);
        var message = new MimeMessage { MessageId = mail.MessageId, Date = mail.PlannedAt, Subject = mail.Subject };
        message.From.Add(Mailbox(mail.FromAddress is null ? options.FromName : mail.FromName, from));
        message.To.Add(Mailbox(mail.ToName, EmailAddress.Parse(mail.To)));
        AddHeaders(message, headers);
        message.Body = Body(mail);
        var bounce = options.BounceAddress.Length > 0 ? EmailAddress.Parse(options.BounceAddress) : from;
        return new MailParcel(message, mail, headers.AutoSubmitted == AutoSubmitted.Replied ? "" : Wire(bounce));
    }

    /// <summary>The message with CRLF line ends, not yet dot-stuffed.</summary>
    /// <param name="eightBit">Whether bytes above 127 may stand in the bodies (8BITMIME, RFC 6152).</param>
    /// <param name="international">Whether headers may be UTF-8 (SMTPUTF8).</param>
    public byte[] Write(bool eightBit, bool international)
    {
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        format.International = international;
        format.EnsureNewLine = true;
        _message.Prepare(eightBit ? EncodingConstraint.EightBit : EncodingConstraint.SevenBit, LineLength);
        using var bytes = new MemoryStream();
        _message.WriteTo(format, bytes, CancellationToken.None);
        return bytes.ToArray();
    }

    private static void AddHeaders(MimeMessage message, StoredHeaders headers)
    {
        if (headers.ReplyTo is { } replyTo)
        {
            message.ReplyTo.Add(Mailbox(null, EmailAddress.Parse(replyTo)));
        }

        if (headers.InReplyTo is { } answered)
        {
            message.InReplyTo = answered;
        }

        message.References.AddRange(headers.References);
        if (headers.ListUnsubscribe is { } unsubscribe)
        {
            message.Headers.Add(HeaderId.ListUnsubscribe, $"<{unsubscribe}>");
            if (headers.OneClick)
            {
                message.Headers.Add(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click");
            }
        }

        if (headers.AutoSubmitted != AutoSubmitted.No)
        {
            message.Headers.Add(HeaderId.AutoSubmitted, headers.AutoSubmitted == AutoSubmitted.Replied ? "auto-replied" : "auto-generated");
            // Exchange ignores Auto-Submitted and would send its absence notes.
            message.Headers.Add("X-Auto-Response-Suppress", "All");
        }
    }

    private static MimeEntity Body(SentMail mail)
    {
        var text = new TextPart("plain") { Text = mail.Text ?? "" };
        if (mail.Html is not { } html)
        {
            return text;
        }

        // A fixed boundary: a repeat is the same message to the byte.
        var both = new MultipartAlternative { text, new TextPart("html") { Text = html } };
        both.Boundary = $"=-{mail.Id.Value:N}";
        return both;
    }

    private static MailboxAddress Mailbox(string? name, EmailAddress address) => new(name ?? "", Wire(address));

    private static string Wire(EmailAddress address)
    {
        try
        {
            return $"{address.Value[..address.Value.LastIndexOf('@')]}@{address.AsciiDomain}";
        }
        catch (ArgumentException wrong)
        {
            throw new FormatException($"The domain of {address.Value} cannot be written in ASCII.", wrong);
        }
    }
}
