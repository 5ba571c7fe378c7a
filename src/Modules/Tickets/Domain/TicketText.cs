using ServiceCrm.Platform.Errors;
using ServiceCrm.Platform.Values;

namespace ServiceCrm.Tickets;

/// <summary>What people write on a ticket: checked on the way in, shortened for lists.</summary>
internal static class TicketText
{
    private const int PreviewLength = 160;
    private const int MostPreviewWords = 60;

    /// <exception cref="InvalidInput">empty, or longer than <see cref="Ticket.LongestSubject"/></exception>
    public static string Subject(string subject) => Checked("subject", subject, Ticket.LongestSubject);

    /// <exception cref="InvalidInput">empty, or longer than <see cref="Message.LongestBody"/></exception>
    public static string Body(string body) => Checked("body", body, Message.LongestBody);

    /// <summary>The beginning of a message on one line; what was cut off, at a word where there is one, ends in an ellipsis.</summary>
    public static string Preview(string body)
    {
        var line = string.Join(' ', body.Split((char[]?)null, MostPreviewWords, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= PreviewLength)
        {
            return line;
        }

        var cut = SafeText.Cut(line, PreviewLength - 1);
        var word = cut.LastIndexOf(' ');
        return (word > PreviewLength / 2 ? cut[..word] : cut) + '…';
    }

    private static string Checked(string field, string text, int longest)
    {
        var check = new InputCheck();
        var clean = check.Required(field, text, longest);
        check.ThrowIfAny();
        return clean;
    }
}
