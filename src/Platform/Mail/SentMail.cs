using System.Text.Json;
using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Mail;

/// <summary>The key of a mail in the ledger.</summary>
public readonly record struct MailId(Guid Value) : IEntityId<MailId>
{
    public static string TypeName => "Mail";

    public static MailId From(Guid value) => new(value);
}

/// <summary>Where a mail stands.</summary>
public enum MailState
{
    /// <summary>Waits for its first or its next try.</summary>
    Planned,

    /// <summary>A node has it under its lease.</summary>
    Claimed,

    /// <summary>The mail server has taken it.</summary>
    HandedOver,

    /// <summary>The mail server has refused it for good, or ten tries have failed.</summary>
    Failed,

    /// <summary>The connection broke before the answer came: it may have been taken. Repeated once, under the same Message-ID.</summary>
    Unknown,
}

/// <summary>
/// A mail in the ledger of what is sent: what it was, where it stands and why. <see cref="Fence"/> is raised by each claim and
/// guards each save, so that a node that was frozen past its lease marks nothing.
/// </summary>
public sealed class SentMail
{
    /// <summary>Tries before the mail is put aside as failed.</summary>
    public const int MaxAttempts = 10;

    public const int LongestSubject = 500;
    public const int LongestName = 200;
    public const int LongestKind = 60;
    public const int LongestError = 1000;

    // Ten tries over sixteen hours: a code is still of use after the first pauses, a weekday's outage is outlived by the last.
    private static readonly TimeSpan[] Pauses =
    [
        TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromMinutes(30),
        TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(8),
    ];

    private SentMail()
    {
    }

    public MailId Id { get; private set; }

    public string Kind { get; private set; } = "";

    public string To { get; private set; } = "";

    /// <summary>The address as it is searched.</summary>
    public string ToKey { get; private set; } = "";

    public string? ToName { get; private set; }

    /// <summary>The key of the customer whom it is for; null when it is for staff.</summary>
    public Guid? ForId { get; private set; }

    /// <summary>The sender, when it is not that of the options.</summary>
    public string? FromAddress { get; private set; }

    public string? FromName { get; private set; }

    public string Subject { get; private set; } = "";

    /// <summary>Null once it was secret and is handed over.</summary>
    public string? Text { get; private set; }

    public string? Html { get; private set; }

    /// <summary><see cref="MailHeaders"/> as JSON.</summary>
    public string Headers { get; private set; } = "{}";

    public bool Secret { get; private set; }

    /// <summary>Made when the mail was planned and the same for every try, so that mail systems see a repeat as one.</summary>
    public string MessageId { get; private set; } = "";

    public MailState State { get; private set; }

    /// <summary>When it may be tried next, during a claim the end of the lease; null when nothing more happens by itself.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    public string? ClaimedBy { get; private set; }

    public long Fence { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>How many tries ended without an answer although the whole mail was on its way.</summary>
    public int UnclearEnds { get; private set; }

    public string? LastError { get; private set; }

    public DateTimeOffset PlannedAt { get; private set; }

    public DateTimeOffset? ClaimedAt { get; private set; }

    public DateTimeOffset? HandedOverAt { get; private set; }

    public DateTimeOffset? FailedAt { get; private set; }

    public DateTimeOffset? UnknownAt { get; private set; }

    /// <summary>What staff may read of the body: nothing of a secret mail, wherever it stands.</summary>
    public string? ShownText => Secret ? null : Text;

    internal static SentMail Plan(OutgoingMail mail, string domain, DateTimeOffset at)
    {
        var id = EntityId.New<MailId>(at);
        return new SentMail
        {
            Id = id,
            Kind = mail.Kind.Length is > 0 and <= LongestKind ? mail.Kind : throw new ArgumentException($"A mail needs a kind of at most {LongestKind} characters.", nameof(mail)),
            To = mail.To.Value ?? throw new ArgumentException("A mail needs a recipient.", nameof(mail)),
            ToKey = mail.To.Key,
            ToName = MailText.Line(mail.ToName, LongestName),
            ForId = mail.For,
            FromAddress = mail.From?.Address.Value,
            FromName = MailText.Line(mail.From?.Name, LongestName),
            Subject = MailText.Line(mail.Subject, LongestSubject) ?? "",
            Text = MailText.Body(mail.Text),
            Html = mail.Html is null ? null : MailText.Body(mail.Html),
            Headers = JsonSerializer.Serialize(StoredHeaders.Of(mail.Headers), JsonSerializerOptions.Web),
            Secret = mail.Secret,
            MessageId = $"{id.Value:N}@{domain}",
            PlannedAt = at,
            DueAt = at,
        };
    }

    internal StoredHeaders ReadHeaders() => JsonSerializer.Deserialize<StoredHeaders>(Headers, JsonSerializerOptions.Web)!;

    /// <summary>A try begins: the lease counts from now, not from the claim of the whole batch.</summary>
    internal void Begin(DateTimeOffset at, TimeSpan lease)
    {
        if (Attempts >= MaxAttempts)
        {
            // Only kills bring it here: a try that ends, ends in one of the marks below.
            Fail($"The process ended during each of {MaxAttempts} tries.", at);
            return;
        }

        Attempts++;
        DueAt = at + lease;
    }

    /// <summary>A try has ended.</summary>
    internal void End(MailAnswer answer, DateTimeOffset at)
    {
        // Servers quote what they refuse, links included.
        var words = Secret ? answer.Code : answer.Text;
        switch (answer.Outcome)
        {
            case MailOutcome.Taken:
                HandOver(at);
                break;
            case MailOutcome.TryAgain:
                TryAgain(words, at);
                break;
            case MailOutcome.Refused:
                Fail(words, at);
                break;
            default:
                LoseSight(words, at);
                break;
        }
    }

    internal void HandOver(DateTimeOffset at)
    {
        Leave(MailState.HandedOver, next: null);
        HandedOverAt = at;
        LastError = null;
        if (Secret)
        {
            Text = Html = null;
        }
    }

    internal void TryAgain(string error, DateTimeOffset at)
    {
        if (Attempts >= MaxAttempts)
        {
            Fail(error, at);
            return;
        }

        Leave(UnclearEnds > 0 ? MailState.Unknown : MailState.Planned, at + Pauses[Math.Min(Attempts, Pauses.Length) - 1]);
        LastError = Error(error);
    }

    internal void Fail(string reason, DateTimeOffset at)
    {
        Leave(MailState.Failed, next: null);
        FailedAt = at;
        LastError = Error(reason);
    }

    /// <summary>It may have been taken. Repeated once; after a second time somebody has to decide.</summary>
    internal void LoseSight(string error, DateTimeOffset at)
    {
        UnclearEnds++;
        Leave(MailState.Unknown, UnclearEnds == 1 ? at + Pauses[1] : null);
        UnknownAt = at;
        LastError = Error(error);
    }

    /// <summary>The try did not take place; whoever comes next may have it at once.</summary>
    internal void GiveBack(DateTimeOffset at)
    {
        Attempts--;
        Leave(UnclearEnds > 0 ? MailState.Unknown : MailState.Planned, at);
    }

    /// <summary>Puts a mail that is not tried any more back in the queue, with fresh tries.</summary>
    /// <exception cref="RuleBroken">when it is still tried, was handed over, or its body is gone</exception>
    public void Retry(DateTimeOffset at)
    {
        if (DueAt is not null || State is not (MailState.Failed or MailState.Unknown))
        {
            throw new RuleBroken("MAIL_NOT_STUCK", "Only a mail that is not tried any more can be sent again.");
        }

        if (Text is null)
        {
            throw new RuleBroken("MAIL_BODY_GONE", "The text of this mail was secret and is gone; have a new one made.");
        }

        Attempts = 0;
        UnclearEnds = 0;
        Fence++;
        Leave(MailState.Planned, at);
    }

    private void Leave(MailState state, DateTimeOffset? next)
    {
        State = state;
        DueAt = next;
        ClaimedBy = null;
    }

    private static string Error(string text) => SafeText.Cut(SafeText.Mend(text), LongestError);
}
