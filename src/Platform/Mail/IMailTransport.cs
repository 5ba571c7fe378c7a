namespace ServiceCrm.Platform.Mail;

/// <summary>What takes mails out of the process: a mail server, or a folder.</summary>
public interface IMailTransport
{
    /// <summary>Where mails go, in words for the log; null when there is nothing to remark.</summary>
    string? Remark { get; }

    /// <summary>Begins a batch; nothing is connected before its first mail.</summary>
    IMailSession Open();

    /// <summary>Removes what it keeps of mails itself; a mail server's copies are out of reach.</summary>
    void Forget(IReadOnlyCollection<MailId> mails)
    {
    }
}

/// <summary>A batch of mails, one after the other over one connection.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>Hands one mail over.</summary>
    /// <exception cref="MailServerException">the server cannot be used at all; the mail is not to blame</exception>
    /// <exception cref="OperationCanceledException">cancelled, and the server has certainly not taken the mail</exception>
    Task<MailAnswer> HandOver(MailParcel mail, CancellationToken ct);
}

/// <summary>How a try ended.</summary>
public enum MailOutcome
{
    /// <summary>The server answers for it from now on.</summary>
    Taken,

    /// <summary>Not taken; another time it may be.</summary>
    TryAgain,

    /// <summary>Not taken, and never will be.</summary>
    Refused,

    /// <summary>All of it was sent and no answer came: it may have been taken.</summary>
    Unknown,
}

/// <summary>How a try ended and what the server said to it.</summary>
/// <param name="Outcome">How.</param>
/// <param name="Text">The server's words, or ours about it.</param>
/// <param name="Code">The codes alone, for mails whose texts must not appear anywhere: servers quote what they refuse.</param>
public sealed record MailAnswer(MailOutcome Outcome, string Text, string Code)
{
    public static readonly MailAnswer Taken = new(MailOutcome.Taken, "", "");
}

/// <summary>The mail server cannot be reached, is not who it should be, or does not let us in.</summary>
public sealed class MailServerException(string message, Exception? cause = null) : Exception(message, cause);
