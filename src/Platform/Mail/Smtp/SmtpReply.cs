using System.Globalization;

namespace ServiceCrm.Platform.Mail.Smtp;

/// <summary>A reply of the server (RFC 5321, section 4.2), with its enhanced status code (RFC 2034) where it sends one.</summary>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    private const int ServiceClosing = 421;

    public bool IsGood => Code is >= 200 and < 300;

    public bool IsForNow => Code is >= 400 and < 500;

    public bool IsForGood => Code is >= 500 and < 600;

    public bool EndsSession => Code == ServiceClosing;

    /// <summary>The server wants a sign-in, a better one, or TLS (RFC 4954, section 6): that is a matter of settings, not of the mail.</summary>
    public bool IsAboutSignIn => Code is 454 or 530 or 534 or 535 or 538;

    /// <summary>For example <c>5.1.1</c>.</summary>
    public string? Enhanced
    {
        get
        {
            var word = Lines.Count > 0 ? Lines[0].Split(' ')[0] : "";
            var parts = word.Split('.');
            return parts.Length == 3 && parts[0] is "2" or "4" or "5" && parts.All(p => p.Length is >= 1 and <= 3 && p.All(char.IsAsciiDigit)) ? word : null;
        }
    }

    /// <summary>The codes alone, for example <c>550 5.1.1</c>.</summary>
    public string Codes => Enhanced is { } enhanced ? $"{Number} {enhanced}" : Number;

    private string Number => Code.ToString(CultureInfo.InvariantCulture);

    /// <summary>What a refusal means for the mail.</summary>
    public MailAnswer ToAnswer() => new(IsForGood ? MailOutcome.Refused : MailOutcome.TryAgain, ToString(), Codes);

    /// <summary>The code and the words, as one line.</summary>
    public override string ToString() => $"{Number} {string.Join(' ', Lines)}";
}
