using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Mail;

/// <summary>A mail that a module wants to be sent; see <see cref="MailLedger"/>.</summary>
/// <param name="Kind">What it is, as <c>module.thing</c>, for example <c>access.invitation</c>; at most 60 characters.</param>
/// <param name="To">The one recipient.</param>
/// <param name="Subject">One line, never secret; line breaks become spaces, and it is cut at 500 characters.</param>
/// <param name="Text">The body for every reader.</param>
public sealed record OutgoingMail(string Kind, EmailAddress To, string Subject, string Text)
{
    /// <summary>The name shown beside the address.</summary>
    public string? ToName { get; init; }

    /// <summary>The same body as HTML, where there is one.</summary>
    public string? Html { get; init; }

    /// <summary>The key of the customer whom it is for, whatever address they have later: so that their mails are found.</summary>
    public Guid? For { get; init; }

    public MailHeaders Headers { get; init; } = new();

    /// <summary>Who it comes from, when that is not <c>Mail:From</c>.</summary>
    public MailSender? From { get; init; }

    /// <summary>
    /// Holds a one-time link or code: the ledger forgets the body once it is handed over, and nobody is ever shown it.
    /// </summary>
    public bool Secret { get; init; }
}

/// <summary>An address with the name shown beside it.</summary>
public sealed record MailSender(EmailAddress Address, string? Name = null);

/// <summary>Whether a person or a program wrote a mail (RFC 3834, section 5).</summary>
public enum AutoSubmitted
{
    /// <summary>A program, of its own accord; the default, so that robots do not answer.</summary>
    Generated,

    /// <summary>A program, in answer to a mail: goes out with the empty envelope sender, so that it never bounces back.</summary>
    Replied,

    /// <summary>A person.</summary>
    No,
}

/// <summary>Headers that say how a mail belongs to others and how to deal with it.</summary>
public sealed record MailHeaders
{
    /// <summary>Where answers go, when that is not the sender.</summary>
    public EmailAddress? ReplyTo { get; init; }

    /// <summary>The Message-ID of the mail that this answers; what is none is left out, because it may come from strangers.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>The Message-IDs of the conversation, oldest first; what is none is left out, and only the newest 20 are named.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>Where the recipient unsubscribes (RFC 2369): <c>https:</c> or <c>mailto:</c>.</summary>
    public Uri? ListUnsubscribe { get; init; }

    /// <summary>Whether a POST to <see cref="ListUnsubscribe"/> is enough (RFC 8058).</summary>
    public bool OneClickUnsubscribe { get; init; }

    public AutoSubmitted AutoSubmitted { get; init; }
}
