using System.Text;
using MimeKit.Utils;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Platform.Mail;

/// <summary>Makes texts fit for a mail: what stands in a header is one line, so that nobody smuggles in another header.</summary>
internal static class MailText
{
    public static string? Line(string? text, int max)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var line = new StringBuilder(text.Length);
        foreach (var c in SafeText.Mend(text))
        {
            line.Append(char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c);
        }

        return SafeText.Cut(line.ToString().Trim(), max);
    }

    public static string Body(string text) => SafeText.Mend(text);

    /// <summary>A Message-ID without its angle brackets; null when it is none.</summary>
    public static string? MessageId(string? text)
    {
        var id = text?.Trim().TrimStart('<').TrimEnd('>') ?? "";
        return id.Length is > 2 and <= 300 && id.All(c => c is > ' ' and < '\u007f' and not ('<' or '>')) && MimeUtils.ParseMessageId($"<{id}>") == id ? id : null;
    }
}

/// <summary><see cref="MailHeaders"/> as the ledger keeps them: checked plain texts.</summary>
internal sealed record StoredHeaders(string? ReplyTo, string? InReplyTo, IReadOnlyList<string> References, string? ListUnsubscribe, bool OneClick, AutoSubmitted AutoSubmitted)
{
    private const int MostReferences = 20;

    public static StoredHeaders Of(MailHeaders headers) => new(
        headers.ReplyTo?.Value,
        MailText.MessageId(headers.InReplyTo),
        [.. headers.References.Select(MailText.MessageId).OfType<string>().TakeLast(MostReferences)],
        Unsubscribe(headers.ListUnsubscribe),
        headers.OneClickUnsubscribe && headers.ListUnsubscribe?.Scheme == Uri.UriSchemeHttps,
        headers.AutoSubmitted);

    private static string? Unsubscribe(Uri? address) => address switch
    {
        null => null,
        { IsAbsoluteUri: true, Scheme: "https" or "http" or "mailto" } => address.AbsoluteUri,
        _ => throw new ArgumentException("Unsubscribing needs an https: or mailto: address.", nameof(address)),
    };
}
